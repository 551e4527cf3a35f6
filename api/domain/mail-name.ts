/** What the part of an address before the @ tells: a machine or a distribution list stands behind it, and no person. Decides by conventions alone. */

const machineNames: readonly RegExp[] = [
  /(?:^|[._-])(?:no[._-]?reply|do[._-]?not[._-]?reply)\d*(?:[._-]|$)/,
  /^(?:mailer-daemon|postmaster|bounces?|notifications?|calendar-notification)(?:[._-]|$)/,
];

const listNames: readonly RegExp[] = [
  /^(?:all|alle|everyone|everybody|all[._-]?(?:company|employees|hands|staff|users))$/,
  /^(?:mailing[._-]?list|distribution[._-]?list|dist[._-]?list|verteiler)(?:[._-]|$)/,
  // Never with a dot, and never alone: `dl.smith` and `dl` are people's initials.
  /^dl[_-]|[_-]dl$/,
  /^(?:listserv|mailman|majordomo|sympa)(?:[._-]|$)|-(?:un)?subscribe$/,
];

/**
 * Expects the name in lower case. A role such as `info` or `sales` is neither: in a small company a person answers there, and a meeting with
 * nobody else invited would be lost without a trace. It never counts by itself, since one tap credits only who accepted.
 */
export function impersonalName(name: string): 'machine' | 'list' | undefined {
  if (machineNames.some((form) => form.test(name))) return 'machine';
  return listNames.some((form) => form.test(name)) ? 'list' : undefined;
}
