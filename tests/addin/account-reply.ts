/** An account page's reply for tests: one that was met long ago, with everything else empty unless a test says so. */
import { en } from '../../api/contract/text/en.ts';
import type { AccountMeeting, AccountReply, KeyPartner } from '../../api/contract/accounts.ts';
import { createFormats } from '../../addin/ui/formats.ts';
import { createText } from '../../addin/ui/text-format.ts';

export const todayOn = '2026-11-23';
export const words = { text: createText('en-GB', en), formats: createFormats({ locale: 'en-GB', timeZone: 'UTC' }) };

interface Parts {
  readonly account?: Partial<AccountReply['account']>;
  readonly health?: Partial<AccountReply['health']>;
  readonly contactNames?: AccountReply['contactNames'];
}

export function accountReply({ account, health, contactNames = {} }: Parts = {}): AccountReply {
  return {
    todayOn,
    currency: 'EUR',
    account: {
      accountId: 'a',
      name: 'Contral Robotics',
      tier: 'A',
      tierOverride: null,
      cadenceDays: 45,
      isCadenceOwn: false,
      nextCadence: null,
      revenueMinor: 100_00,
      owner: { id: 'mara', name: 'Mara Sato', state: 'counted' },
      visitorPolicy: 'unknown',
      visitorPolicySaid: null,
      parent: null,
      domains: [],
      merged: [],
      ...account,
    },
    pause: null,
    mayPause: false,
    health: {
      word: 'overdue',
      score: 0,
      lines: [],
      unanswered: 0,
      decidingUnanswered: 0,
      lastNearOn: '2026-09-12',
      lastTouchpointOn: '2026-11-13',
      virtualStreak: 0,
      nextVisitOn: null,
      ...health,
    },
    keyPartners: [],
    candidates: [],
    asks: [],
    plans: [],
    ideas: [],
    contactNames,
    colleagues: [],
  };
}

export function meeting(meetingId: string, on: string, mark: AccountMeeting['mark'], contactIds: readonly string[] = []): AccountMeeting {
  return {
    meetingId,
    on,
    startsAt: `${on}T09:00:00Z`,
    mark,
    subject: '',
    contacts: contactIds.map((contactId) => ({ contactId, name: contactId, isKeyPartner: true })),
    disputedContactIds: [],
    sellers: [],
  };
}

export function keyPartner(overrides: Partial<KeyPartner>): KeyPartner {
  return {
    contactId: 'dana',
    name: 'Dana Lee',
    mail: 'dana@contral.example',
    namedOn: '2026-01-01',
    role: null,
    namedBy: null,
    standing: 'not_met',
    lastNearOn: null,
    lastTouchpointOn: null,
    lastEngagement: null,
    ...overrides,
  };
}
