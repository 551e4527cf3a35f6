/** Which accounts are proposed from the people of one's own calendar. */
import { describe, expect, it } from 'vitest';
import { readAccountFile } from '../../api/features/accounts/account-file/read-account-file.ts';
import { companyDomain, type Owner, proposalCsv, proposeAccounts } from '../../api/local/proposed-accounts.ts';
import { event, meetingsOf } from './microsoft/ics-text.ts';

const owner: Owner = { mail: 'kim@halden.example', domain: 'halden.example', currency: 'EUR' };

let serial = 0;
function meetingWith(...lines: readonly string[]): readonly string[] {
  serial += 1;
  return event(`UID:${serial}`, 'DTSTART:20260504T100000Z', 'DURATION:PT1H', ...lines);
}

const attendee = (mail: string, parameters = ''): string => `ATTENDEE${parameters}:mailto:${mail}`;

function proposed(...meetings: readonly (readonly string[])[]): readonly string[] {
  return proposeAccounts(meetingsOf(...meetings), owner).map(({ domain, meetings: count }) => `${domain} ${count}`);
}

describe('an account is proposed', () => {
  it('per registrable domain, with its meetings, most first', () => {
    const both = meetingWith(attendee('dana@contoso.com'), attendee('sam@eu.mail.contoso.com'), attendee('ann@fabrikam.co.uk'));
    expect(proposed(both, meetingWith(attendee('max@fabrikam.co.uk')))).toEqual(['fabrikam.co.uk 2', 'contoso.com 1']);
  });

  it('with its people counted once each, and beforehand chosen when it was met more than once', () => {
    const twice = [meetingWith(attendee('dana@contoso.com'), attendee('Dana@Contoso.com')), meetingWith(attendee('sam@eu.contoso.com'))];
    const proposals = proposeAccounts(meetingsOf(...twice, meetingWith(attendee('ann@fabrikam.com'))), owner);
    expect(proposals).toEqual([
      { domain: 'contoso.com', name: 'Contoso', meetings: 2, people: 2, isLikely: true },
      { domain: 'fabrikam.com', name: 'Fabrikam', meetings: 1, people: 1, isLikely: false },
    ]);
  });

  it('from the organizer too', () => {
    expect(proposed(meetingWith('ORGANIZER:mailto:dana@contoso.com', attendee(owner.mail)))).toEqual(['contoso.com 1']);
  });
});

describe('nothing is proposed', () => {
  it.each([
    ['a colleague', attendee('ann@halden.example')],
    ['free mail', attendee('somebody@gmail.com')],
    ['a room', attendee('room@contoso.com', ';CUTYPE=ROOM')],
    ['a thing of Google’s', attendee('c_1@resource.calendar.google.com')],
    ['a machine', attendee('no-reply@contoso.com')],
    ['a list', attendee('all@lists.contoso.com')],
  ])('from %s', (_, line) => {
    expect(proposed(meetingWith(line))).toEqual([]);
  });

  it.each([
    ['private', ['CLASS:PRIVATE']],
    ['cancelled', ['STATUS:CANCELLED']],
    ['declined by the owner', [attendee(owner.mail, ';PARTSTAT=DECLINED')]],
  ])('from a meeting that is %s', (_, lines) => {
    expect(proposed(meetingWith(attendee('dana@contoso.com'), ...lines))).toEqual([]);
  });
});

it('the company behind an address is its registrable domain, and none behind free mail', () => {
  expect([companyDomain('kim@sales.halden.co.uk'), companyDomain('kim@gmail.com')]).toEqual(['halden.co.uk', undefined]);
});

it('the proposal is an accounts file that the product reads as it stands', async () => {
  const accounts = proposeAccounts(meetingsOf(meetingWith(attendee('dana@contral-robotics.co.uk'))), owner);
  const file = await readAccountFile(Buffer.from(proposalCsv(accounts, owner)));
  if (!file.ok) throw new Error(file.failure.kind);
  expect([file.value.faultCount, file.value.ignoredColumns]).toEqual([0, ['meetings', 'people']]);
  expect(file.value.rows).toEqual([
    expect.objectContaining({ name: 'Contral Robotics', domains: ['contral-robotics.co.uk'], revenueMinor: 0, ownerMail: owner.mail }),
  ]);
});
