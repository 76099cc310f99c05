/**
 * The base map's life: it is fetched and started in its own task, and until its first complete
 * picture, after a lost context, and without WebGL2 the drawn map stands in.
 */
import type { HostOptions, MapHost } from './host';

export class GlSession {
  host = $state.raw<MapHost | null>(null);
  picture = $state<'drawn' | 'gl'>('drawn');
  /** There will be no base map: no WebGL2, or its files did not arrive. */
  failed = $state(false);
  private started = false;
  private ended = false;

  /** Starts once, after the browser has painted; later calls do nothing. */
  start(makeOptions: () => Omit<HostOptions, 'onready' | 'onlost'>, onmade: () => void): void {
    if (this.started) return;
    this.started = true;
    requestAnimationFrame(() => setTimeout(() => void this.open(makeOptions, onmade), 0));
  }

  private async open(
    makeOptions: () => Omit<HostOptions, 'onready' | 'onlost'>,
    onmade: () => void,
  ): Promise<void> {
    try {
      const { createMap } = await import('./host');
      if (this.ended) return;
      const host = await createMap({
        ...makeOptions(),
        onready: () => {
          this.picture = 'gl';
        },
        onlost: (lost) => {
          this.picture = lost ? 'drawn' : 'gl';
        },
      });
      if (this.ended) {
        host.remove();
        return;
      }
      this.host = host;
      onmade();
    } catch {
      this.failed = true;
    }
  }

  end(): void {
    this.ended = true;
    this.host?.remove();
    this.host = null;
  }
}
