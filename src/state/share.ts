/** Hands the current view on: the device's own share sheet, else the clipboard, else the bare link. */

export type Shared = 'shared' | 'cancelled' | 'copied' | 'failed';

export async function shareView(title: string, url: string): Promise<Shared> {
  if (navigator.share) {
    try {
      await navigator.share({ title, url });
      return 'shared';
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
    }
  }
  try {
    await navigator.clipboard.writeText(url);
    return 'copied';
  } catch {
    return 'failed';
  }
}
