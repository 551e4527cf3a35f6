// The fixed story of the first look, the same whatever the seed: yesterday's lunch with Dana Lee that nobody has tagged yet, and
// the call with Fabrikon Energy in the afternoon of the same day.
import type { DemoAccount } from './demo-accounts.ts';
import { deliver, instantMs, occupy, uidOf, workdayAtOrBefore } from './demo-calendar.ts';
import type { Ledger, Person } from './demo-calendar.ts';
import { demoTenantId, sellers } from './demo-people.ts';
import type { Random } from './demo-random.ts';
import { placeSetting, teamsSetting } from './demo-settings.ts';
import type { SimulatedUser } from '../tenant.ts';

interface StoryPlan {
  readonly ledger: Ledger;
  readonly random: Random;
  readonly accounts: readonly DemoAccount[];
  readonly today: number;
}

export const storyLunchSubject = 'Lunch with Dana Lee';
export const storyLunchPlace = 'Trattoria Da Enzo, Via Garibaldi 12';
export const storyCallSubject = 'Fabrikon Energy: service review';

/** The last working day before today. */
function storyDay(today: number): number {
  return workdayAtOrBefore(today - 1);
}

interface Hours {
  readonly startsAtMs: number;
  readonly endsAtMs: number;
}

function hoursOn(day: number, seller: SimulatedUser, hours: { readonly fromMinute: number; readonly toMinute: number }): Hours {
  const at = (minuteOfDay: number): number => instantMs({ day, minuteOfDay, timeZone: seller.timeZone });
  return { startsAtMs: at(hours.fromMinute), endsAtMs: at(hours.toMinute) };
}

/** Adds both meetings; call it first, so that everything else goes around them. */
export function addStory(plan: StoryPlan): void {
  const [mara] = sellers;
  const contral = plan.accounts.find((account) => account.domains.includes('contral.example'));
  const fabrikon = plan.accounts.find((account) => account.name === 'Fabrikon Energy');
  if (mara === undefined || contral === undefined || fabrikon === undefined)
    throw new Error('The demo tenant lacks the people of its story.');
  const day = storyDay(plan.today);
  addLunch(plan, { mara, account: contral, hours: hoursOn(day, mara, { fromMinute: 12 * 60 + 30, toMinute: 14 * 60 }) });
  addCall(plan, { mara, account: fabrikon, hours: hoursOn(day, mara, { fromMinute: 16 * 60, toMinute: 16 * 60 + 30 }) });
  // Kept free, so that the pane shows no other meeting between the two.
  occupy(plan.ledger, { ...hoursOn(day, mara, { fromMinute: 12 * 60, toMinute: 17 * 60 }), users: [mara] });
}

interface StoryMeeting {
  readonly mara: SimulatedUser;
  readonly account: DemoAccount;
  readonly hours: Hours;
}

const personOf = (user: SimulatedUser): Person => ({ name: user.displayName, mail: user.mail });

function addLunch(plan: StoryPlan, { mara, account, hours }: StoryMeeting): void {
  const [dana, sam, priya] = account.contacts;
  if (dana === undefined || sam === undefined || priya === undefined) throw new Error('The account of the story lacks its contacts.');
  deliver(plan.ledger, {
    meetingKey: 'story-lunch',
    uid: uidOf({ system: 'outlook', seed: 'story-lunch' }),
    subject: storyLunchSubject,
    ...hours,
    timeZone: mara.timeZone,
    organizer: personOf(mara),
    invitees: [
      { name: dana.name, mail: dana.mail, type: 'required', response: 'accepted' },
      { name: sam.name, mail: sam.mail, type: 'required', response: 'accepted' },
      { name: priya.name, mail: priya.mail, type: 'optional', response: 'none' },
    ],
    copies: [{ user: mara, response: 'organizer' }],
    setting: placeSetting(storyLunchPlace),
    bodyText: 'Looking forward to seeing you again.',
  });
}

function addCall(plan: StoryPlan, { mara, account, hours }: StoryMeeting): void {
  const [host, second] = account.contacts;
  if (host === undefined || second === undefined) throw new Error('The account of the story lacks its contacts.');
  deliver(plan.ledger, {
    meetingKey: 'story-call',
    uid: uidOf({ system: 'outlook', seed: 'story-call' }),
    subject: storyCallSubject,
    ...hours,
    timeZone: mara.timeZone,
    organizer: { name: host.name, mail: host.mail },
    invitees: [
      { name: second.name, mail: second.mail, type: 'required', response: 'accepted' },
      { ...personOf(mara), type: 'required', response: 'accepted' },
    ],
    copies: [{ user: mara, response: 'accepted' }],
    setting: teamsSetting({ random: plan.random, tenantId: demoTenantId, organizerId: account.accountId, language: 'en' }),
    bodyText: 'Agenda: open tickets, response times.',
  });
}
