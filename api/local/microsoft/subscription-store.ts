// The subscriptions to changes that apps hold, and when each ends. Knows neither HTTP nor how notifications travel.
import type { Preferences } from './graph-http.ts';

export const changeTypes = ['created', 'updated', 'deleted'] as const;
export type ChangeType = (typeof changeTypes)[number];

export interface Subscription {
  readonly id: string;
  readonly tenantId: string;
  /** Whose events. */
  readonly userId: string;
  readonly applicationId: string;
  /** As the app wrote them, comma-separated. */
  readonly changeType: string;
  readonly changeTypes: readonly ChangeType[];
  /** As the app wrote it. */
  readonly resource: string;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string | undefined;
  readonly clientState: string | undefined;
  /** In which kind of id the app asked to be told. */
  readonly idKind: Preferences['idKind'];
  readonly expiresAtMs: number;
  /** Since `reauthorizationRequired`, until the app reauthorizes or renews: what changes meanwhile is not told. */
  readonly isPaused: boolean;
  /** When the app last reauthorized without renewing. */
  readonly reauthorizedAtMs: number | undefined;
  /** When the app last renewed. */
  readonly renewedAtMs: number | undefined;
}

export interface SubscriptionStore {
  /** Those that have not ended, in the order in which they were made. */
  readonly active: (nowAt: Date) => readonly Subscription[];
  /** Adds, or replaces the one with the same id. */
  readonly put: (subscription: Subscription) => void;
  readonly remove: (id: string) => void;
}

/** A store without subscriptions. */
export function createSubscriptions(): SubscriptionStore {
  const byId = new Map<string, Subscription>();
  return {
    active: (nowAt) => {
      for (const { id, expiresAtMs } of byId.values()) if (expiresAtMs <= nowAt.getTime()) byId.delete(id);
      return [...byId.values()];
    },
    put: (subscription) => {
      byId.set(subscription.id, subscription);
    },
    remove: (id) => {
      byId.delete(id);
    },
  };
}
