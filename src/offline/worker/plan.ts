/** The list of this version's files, and what is true of each of them. */
import type { OfflinePlan, SavedFile } from '../messages';

declare const self: ServiceWorkerGlobalScope;
/** Put in by scripts/build-service-worker.mjs. */
declare const __OFFLINE_PLAN__: OfflinePlan;

export const plan = __OFFLINE_PLAN__;
export const scope = self.registration.scope;

/** The rest with every optional file, saved on this device or not. */
export const allRest: readonly SavedFile[] = [...plan.rest, ...Object.values(plan.optional).flat()];

export const addressOf = (file: { url: string }): string => new URL(file.url, scope).href;
export const withoutQuery = (url: URL): string => url.origin + url.pathname;

/** Whether the body is what the build made. */
export async function isWhole(response: Response, file: SavedFile): Promise<boolean> {
  const digest = await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer());
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}` === file.integrity;
}
