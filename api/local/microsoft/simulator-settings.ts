// What a test may set differently in the simulator than Microsoft has it: lifetimes, limits and time-outs. Holds no fault.

export interface SimulatorSettings {
  /** Outlook promises no lifetime of its delta tokens. */
  readonly deltaTokenLifetimeMinutes: number;
  /** Of the directory: seven days are documented. */
  readonly directoryTokenLifetimeMinutes: number;
  readonly usersPerDeltaPage: number;
  /** Outlook's limit per app and mailbox. */
  readonly mailboxRequestsPerTenMinutes: number;
  /** Longest life of a subscription to events. Documented; Outlook was seen to stop at 10,070. */
  readonly subscriptionMaxMinutes: number;
  /** How long an endpoint may take to answer the validation of its address. */
  readonly validationTimeoutMs: number;
  /** How long an endpoint may take to answer a notification. */
  readonly notificationTimeoutMs: number;
  /** Until the first repetition of a notification that was not taken; doubles each time. By the simulator's clock. */
  readonly notificationRetrySeconds: number;
  /** Notifications that are due together travel in one request, at most this many. */
  readonly notificationsPerPost: number;
  /** Roles that Exchange alone has given open calendars, but no subscriptions: the app then has to ask by itself. */
  readonly refusesSubscriptionsUnderRbac: boolean;
}

const defaults: SimulatorSettings = {
  deltaTokenLifetimeMinutes: 30 * 24 * 60,
  directoryTokenLifetimeMinutes: 7 * 24 * 60,
  usersPerDeltaPage: 200,
  mailboxRequestsPerTenMinutes: 10_000,
  subscriptionMaxMinutes: 10_080,
  validationTimeoutMs: 10_000,
  notificationTimeoutMs: 3_000,
  notificationRetrySeconds: 10,
  notificationsPerPost: 20,
  refusesSubscriptionsUnderRbac: false,
};

export interface SettingsHolder {
  readonly current: () => SimulatorSettings;
  /** Takes the known settings of the body, numbers from 0; gives the names that it does not take. */
  readonly change: (body: Readonly<Record<string, unknown>>) => readonly string[];
}

/** Settings as Microsoft has them, until changed. */
export function createSettings(): SettingsHolder {
  let settings = defaults;
  return {
    current: () => settings,
    change: (body) => {
      const isTaken = (name: string): boolean => {
        const known = Object.entries(defaults).find(([setting]) => setting === name)?.[1];
        const value = body[name];
        return typeof known === typeof value && (typeof value !== 'number' || value >= 0);
      };
      const names = Object.keys(body);
      settings = { ...settings, ...Object.fromEntries(names.filter(isTaken).map((name) => [name, body[name]])) };
      return names.filter((name) => !isTaken(name));
    },
  };
}
