/** What the pane keeps by Office.context.roamingSettings, per person, in this browser. In Outlook it lives in the mailbox. */

const keyOf = (userId: string): string => `roaming-settings:${userId}`;

/** The saved settings; empty when there are none or they are broken. */
export function readSavedSettings(userId: string): Readonly<Record<string, unknown>> {
  try {
    const found: unknown = JSON.parse(window.localStorage.getItem(keyOf(userId)) ?? '{}');
    return typeof found === 'object' && found !== null ? (found as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

export function saveSettings(userId: string, settings: Readonly<Record<string, unknown>>): void {
  window.localStorage.setItem(keyOf(userId), JSON.stringify(settings));
}
