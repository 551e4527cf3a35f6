/** The settings of this deployment, served by the add-in's own origin so that one build fits every tenant. Holds no secret. */
import * as z from 'zod/mini';

const configTimeoutMs = 10_000;

export const RuntimeConfig = z.object({
  /** Base of the API, without a slash at the end. */
  apiUrl: z.url(),
  clientId: z.string().check(z.minLength(1)),
  authority: z.url(),
  /** Origin of the page around the tab on one machine; absent in every real deployment. */
  localParentOrigin: z.optional(z.url()),
});
export type RuntimeConfig = z.output<typeof RuntimeConfig>;

/** Reads `/config.json` of the own origin. Rejects when it cannot be reached within 10 s or is not what it should be. */
export async function loadRuntimeConfig(): Promise<RuntimeConfig> {
  const response = await fetch('/config.json', { cache: 'no-cache', signal: AbortSignal.timeout(configTimeoutMs) });
  if (!response.ok) throw new Error(`config.json answered ${response.status}`);
  return RuntimeConfig.parse(await response.json());
}
