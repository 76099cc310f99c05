/**
 * The base map's life: it is fetched and started in its own task, and until its first complete
 * picture, after a lost context, and without WebGL2 the drawn map stands in.
 */
import type { HostOptions, MapHost } from './host';

/** `webgl`: this browser will never draw it; `files`: its files did not arrive, they may yet. */
export type WhyDrawn = 'webgl' | 'files';
type MakeOptions = () => Omit<HostOptions, 'onready' | 'onlost'>;

export class GlSession {
  host = $state.raw<MapHost | null>(null);
  picture = $state<'drawn' | 'gl'>('drawn');
  /** Why there is no base map; null while it may still come. */
  failed = $state<WhyDrawn | null>(null);
  /** The picture was there and is gone, until the browser gives the context back. */
  lost = $state(false);
  private started = false;
  private ended = false;
  private opening = false;
  private again = () => {};

  /** Starts once, after the browser has painted; later calls do nothing. */
  start(makeOptions: MakeOptions, onmade: () => void): void {
    if (this.started) return;
    this.started = true;
    this.again = () => {
      if (this.failed === 'files' && !this.opening) void this.open(makeOptions, onmade);
    };
    // Files that did not arrive are asked for once more when the network is back.
    window.addEventListener('online', this.again);
    requestAnimationFrame(() => setTimeout(() => void this.open(makeOptions, onmade), 0));
  }

  private async open(makeOptions: MakeOptions, onmade: () => void): Promise<void> {
    let why: WhyDrawn = 'files';
    this.opening = true;
    try {
      const { createMap, isNoWebgl } = await import('./host');
      if (this.ended) return;
      const host = await createMap({
        ...makeOptions(),
        onready: () => {
          this.picture = 'gl';
        },
        onlost: (lost) => {
          this.lost = lost;
          this.picture = lost ? 'drawn' : 'gl';
        },
      }).catch((error: unknown) => {
        if (isNoWebgl(error)) why = 'webgl';
        throw error;
      });
      if (this.ended) {
        host.remove();
        return;
      }
      this.host = host;
      this.failed = null;
      onmade();
    } catch {
      this.failed = why;
    } finally {
      this.opening = false;
    }
  }

  end(): void {
    this.ended = true;
    window.removeEventListener('online', this.again);
    this.host?.remove();
    this.host = null;
  }
}
