/** Which account an address belongs to, and which addresses never make one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AccountDomains, matchAccount, normaliseMail, registrableDomain } from '../../api/domain/account-match.ts';

const known: AccountDomains = {
  accountIdsByDomain: new Map([
    ['contoso.com', ['contoso']],
    ['contral.co.uk', ['contral']],
    ['xn--mller-kva.example', ['mueller']],
    ['shared.com', ['north', 'south']],
    ['fabrikam.onmicrosoft.com', ['fabrikam']],
    ['gmail.com', ['wrongly-imported']],
    ['ours.com', ['ourselves']],
    ['reseller.com', ['a-partner']],
  ]),
  accountIdByMail: new Map([
    ['dana@gmail.com', 'contoso'],
    ['eve@shared.com', 'south'],
    ['sato@ours.com', 'contoso'],
    ['noreply@contoso.com', 'contoso'],
    ['dana@intranet', 'contoso'],
    ['sam@reseller.com', 'contoso'],
    ['all@contoso.com', 'contoso'],
  ]),
  ownDomains: new Set(['ours.com']),
  partnerDomains: new Set(['reseller.com']),
};

function matchOf(address: string): string {
  const mail = normaliseMail(address);
  if (mail === undefined) return 'not_an_address';
  const match = matchAccount(mail, known);
  if (match.kind === 'account') return match.accountId;
  return match.kind === 'none' ? match.because : `either ${match.accountIds.join(' or ')}`;
}

describe('an address belongs to', () => {
  it.each([
    ['contoso', 'kim@contoso.com', 'the account that names its domain'],
    ['contoso', ' Kim@CONTOSO.com ', 'in any case, with blanks around it'],
    ['contoso', 'kim@eu.mail.contoso.com', 'the account of the registrable domain'],
    ['contoso', 'kim+visit@contoso.com', 'also with a plus tag'],
    ['contral', 'kim@eu.contral.co.uk', 'below a suffix of two labels'],
    ['mueller', 'kim@Müller.example', 'with an international domain'],
    ['mueller', 'kim@xn--mller-kva.example', 'with its ASCII form'],
    ['fabrikam', 'kim@fabrikam.onmicrosoft.com', 'a tenant, not to Microsoft'],
    ['fabrikam', 'kim@fabrikam.mail.onmicrosoft.com', 'also by its routing domain'],
    ['unknown_domain', 'kim@northwind.onmicrosoft.com', 'no other tenant'],
    ['unknown_domain', 'kim@notcontoso.com', 'nobody because its domain ends alike'],
    ['unknown_domain', 'kim@contoso.com.evil.example', 'nobody because its domain begins alike'],
    ['unknown_domain', 'kim@contoso.org', 'nobody because its name is alike'],
    ['unknown_domain', 'kim@other.co.uk', 'nobody because of a shared suffix'],
    ['either north or south', 'kim@shared.com', 'nobody while two accounts share the domain'],
    ['south', 'eve@shared.com', 'the account that a human chose'],
    ['contoso', 'dana@gmail.com', 'a known contact with free mail'],
    ['contoso', 'Dana+work@Gmail.com', 'the same contact, spelt otherwise'],
    ['contoso', 'dana@intranet', 'a known contact whose host is no public domain'],
    ['free_mail', 'kim@gmail.com', 'nobody with free mail, whatever was imported'],
    ['own', 'kim@ours.com', 'nobody of ours'],
    ['own', 'kim@sub.ours.com', 'nobody of ours below a sub-domain'],
    ['own', 'sato@ours.com', 'nobody of ours, though imported as a contact'],
    ['own', 'noreply@ours.com', 'nobody of ours, whatever the name'],
    ['partner', 'kim@reseller.com', 'nobody of a partner'],
    ['partner', 'kim@emea.reseller.com', 'nobody of a partner below a sub-domain'],
    ['partner', 'sam@reseller.com', 'nobody of a partner, though imported as a contact'],
    ['partner', 'noreply@reseller.com', 'nobody of a partner, whatever the name'],
    ['unknown_domain', 'kim@notreseller.com', 'no partner because its domain ends alike'],
    ['contoso', 'info@contoso.com', 'a role, behind which a person may answer'],
    ['contoso', 'sales@contoso.com', 'a role, behind which a person may answer'],
    ['list', 'all@contoso.com', 'no list, though imported as a contact'],
    ['list', 'purchasing@lists.contoso.com', 'no list of a list server'],
    ['list', 'purchasing@eu.list.contoso.com', 'no list of a list server, wherever it stands'],
    ['list', 'purchasing@lists.eu.contoso.com', 'no list of a list server, wherever it stands'],
    ['contoso', 'purchasing@mailists.contoso.com', 'a host that ends alike'],
    ['unknown_domain', 'kim@lists.com', 'no list because the domain itself is named so'],
    ['machine', 'noreply@contoso.com', 'no machine, though imported as a contact'],
    ['machine', 'no-reply@contoso.com', 'no machine'],
    ['machine', 'Do_Not_Reply@contoso.com', 'no machine'],
    ['machine', 'billing-noreply@contoso.com', 'no machine that names its purpose'],
    ['machine', 'mailer-daemon@contoso.com', 'no mail server'],
    ['machine', 'bounces-123@contoso.com', 'no list server'],
    ['contoso', 'norepolyn@contoso.com', 'a person whose name begins alike'],
    ['contoso', 'notificationa@contoso.com', 'a person whose name begins alike'],
  ])('%s: %s, %s', (expected, address) => {
    expect(matchOf(address)).toBe(expected);
  });

  it.each([
    '',
    '@',
    'kim',
    'kim@',
    '@contoso.com',
    '+tag@contoso.com',
    'kim @contoso.com',
    'kim@ contoso.com',
    'kim@con toso.com',
    'kim@[::1]',
    'kim@[192.0.2.1]',
    'kim@contoso..com',
    'kim@.contoso.com',
    'kim@contoso.com..',
    'kim@.',
    `kim@${'a'.repeat(64)}.contoso.com`,
    'kim@https://contoso.com',
    'kim@contoso.com:25',
    'kim@contoso.com/evil',
    'kim@contoso.com?evil',
    'kim@contoso.com#evil',
    'kim@contoso.com\\evil',
    'kim@contoso%2ecom',
    'kim@müller.example/evil',
    'kim@evil@contoso.com',
    'mailto:kim@contoso.com',
    '"kim"@contoso.com',
    '"kim+visit"@contoso.com',
    'kim<kim@contoso.com',
    'kim>@contoso.com',
    'kim,dana@contoso.com',
    'kim;dana@contoso.com',
    'kim(dana)@contoso.com',
    'kim[1]@contoso.com',
    'kim\\dana@contoso.com',
    'kim\u0000@contoso.com',
    'kim@contoso\u0000.com',
    'kim\uff20contoso.com',
    '\u202e\u200b@contoso.com',
    'kim@con\u200dtoso.com',
    '/o=exchange/ou=group/cn=recipients/cn=kim',
  ])('nobody when it is none: "%s"', (address) => {
    expect(normaliseMail(address)).toBeUndefined();
  });

  it.each(['kim@localhost', 'kim@co.uk', 'kim@192.0.2.1', 'kim@\uff11\uff19\uff12.0.2.1'])(
    'nobody when its host is no public domain: "%s"',
    (address) => {
      expect(matchOf(address)).toBe('not_an_address');
    },
  );

  it.each(['contoso.com', '@contoso.com', 'kim', ''])('nobody when it never went through its stored form: "%s"', (text) => {
    expect(matchAccount(text, known)).toEqual({ kind: 'none', because: 'not_an_address' });
  });

  it('somebody whose name has one letter', () => {
    expect(matchAccount('k@contoso.com', known)).toEqual({ kind: 'account', accountId: 'contoso' });
  });

  it.each([
    ['\u202akim@contoso.com\u202c', 'kim@contoso.com', 'embedded in a direction, as a web page pastes it'],
    ['k\u200bi\u2060m@contoso.com', 'kim@contoso.com', 'with characters of no width in the name'],
    ['k\u200di\u200cm@contoso.com', 'kim@contoso.com', 'with joiners in the name'],
    ['\ufeff kim@contoso.com', 'kim@contoso.com', 'with a mark of byte order before it'],
    ['kim@con\u200btoso.com', 'kim@contoso.com', 'with a character of no width in the domain'],
    ['kim@\u2066contoso\u2069.com', 'kim@contoso.com', 'with a bidirectional isolate in the domain'],
    ['kim@contoso.com.', 'kim@contoso.com', 'with the dot of the root'],
    ['kim@müller.example\u3002', 'kim@xn--mller-kva.example', 'with an ideographic dot of the root'],
    ['kim@\uff43\uff4f\uff4e\uff54oso.com', 'kim@contoso.com', 'in full-width letters, which name the same domain'],
    ['mu\u0308ller@contoso.com', 'm\u00fcller@contoso.com', 'with an accent apart from its letter'],
    ['kim@Faß.example', 'kim@xn--fa-hia.example', 'with a letter that older rules wrote as two'],
    ["o'hara_%&*~!@contoso.com", "o'hara_%&*~!@contoso.com", 'with every sign that a name may have'],
    ['kim@my_host.contoso.com', 'kim@my_host.contoso.com', 'with an underscore in the host'],
    ['kim+a+b@contoso.com', 'kim@contoso.com', 'with two plus tags'],
    [`kim@${'a'.repeat(63)}.contoso.com`, `kim@${'a'.repeat(63)}.contoso.com`, 'with the longest label'],
  ])('%j is stored as %s: %s', (address, mail) => {
    expect(normaliseMail(address)).toBe(mail);
  });

  it.each([
    ['kim@c\u043entoso.com', 'a Cyrillic letter'],
    ['kim@c\u03bfntoso.com', 'a Greek letter'],
    ['kim@xn--cntoso-wqf.com', 'its ASCII form'],
    ['kim@contos\u043e.com', 'a Cyrillic letter at the end'],
  ])('nobody of the account that a domain only looks like: %s, %s', (address) => {
    expect(matchOf(address)).toBe('unknown_domain');
  });

  it('several accounts that name its domain: all of them are given to choose from', () => {
    expect(matchAccount('kim@shared.com', known)).toEqual({ kind: 'ambiguous', accountIds: ['north', 'south'] });
  });

  it('nobody when it is longer than any address may be', () => {
    const domain = '@contoso.com';
    expect(matchOf('a'.repeat(254 - domain.length) + domain)).toBe('contoso');
    expect(matchOf('a'.repeat(255 - domain.length) + domain)).toBe('not_an_address');
    expect(matchOf(`kim@${'ü'.repeat(245)}.com`)).toBe('not_an_address');
  });

  it('by what is stored of it: a plus tag and invisible characters do not make it too long', () => {
    expect(matchOf(`kim+${'a'.repeat(300)}@contoso.com`)).toBe('contoso');
    expect(matchOf(`${'\u200b'.repeat(300)}kim@contoso.com`)).toBe('contoso');
  });

  it('each of ten thousand attendees, whatever stands between them', () => {
    const attendees = Array.from({ length: 10_000 }, (_, index) => (index % 2 === 0 ? `kim${String(index)}@contoso.com` : '\u202e@@'));
    expect(Map.groupBy(attendees.map(matchOf), (found) => found)).toEqual(
      new Map([
        ['contoso', Array.from({ length: 5_000 }, () => 'contoso')],
        ['not_an_address', Array.from({ length: 5_000 }, () => 'not_an_address')],
      ]),
    );
  });
});

describe('the registrable domain', () => {
  it.each([
    ['eu.mail.contral.co.uk', 'contral.co.uk'],
    ['contoso.com', 'contoso.com'],
    ['MÜLLER.example', 'xn--mller-kva.example'],
    ['onmicrosoft.com', undefined],
    ['mail.onmicrosoft.com', undefined],
    ['co.uk', undefined],
    ['', undefined],
    ['contoso.com.', 'contoso.com'],
    ['\u200bcontoso.com', 'contoso.com'],
    ['https://contoso.com', undefined],
    ['contoso.com/evil', undefined],
    ['[2001:db8::1]', undefined],
    ['xn--a.com', 'xn--a.com'],
    ['192.0.2.1', undefined],
    ['fabrikam.sub.onmicrosoft.com', 'sub.onmicrosoft.com'],
    ['fabrikam.azurewebsites.net', 'fabrikam.azurewebsites.net'],
  ])('of "%s" is %s', (host, expected) => {
    expect(registrableDomain(host)).toBe(expected);
  });
});

describe('for any text', () => {
  const texts = fc.oneof(
    fc.emailAddress(),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
      .tuple(fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 12 }))
      .map(([name, host]) => `${name}@${host}.com`),
  );

  it('its stored form is the stored form of itself, can be printed and has one @', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const mail = normaliseMail(text);
        if (mail === undefined) return;
        expect(normaliseMail(mail)).toBe(mail);
        expect(mail).toMatch(/^[^@\s\p{Cc}\p{Cf}]+@[a-z0-9._-]+$/u);
      }),
      { numRuns: 500 },
    );
  });

  it('there is an answer, and never an account that nobody named', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const match = matchAccount(text, known);
        const named = [...known.accountIdsByDomain.values()].flat();
        if (match.kind === 'account') expect(named).toContain(match.accountId);
      }),
    );
  });
});
