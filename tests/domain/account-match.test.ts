/** Which account an address belongs to, and which addresses never make one. */
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
  ]),
  accountIdByMail: new Map([
    ['dana@gmail.com', 'contoso'],
    ['eve@shared.com', 'south'],
    ['sato@ours.com', 'contoso'],
    ['noreply@contoso.com', 'contoso'],
    ['dana@intranet', 'contoso'],
  ]),
  ownDomains: new Set(['ours.com']),
};

function matchOf(address: string): string {
  const mail = normaliseMail(address);
  if (mail === undefined) return 'not_an_address';
  const match = matchAccount(mail, known);
  if (match.kind === 'account') return match.accountId;
  return match.kind === 'none' ? match.because : match.accountIds.join(' or ');
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
    ['north or south', 'kim@shared.com', 'nobody while two accounts share the domain'],
    ['south', 'eve@shared.com', 'the account that a human chose'],
    ['contoso', 'dana@gmail.com', 'a known contact with free mail'],
    ['contoso', 'Dana+work@Gmail.com', 'the same contact, spelt otherwise'],
    ['contoso', 'dana@intranet', 'a known contact whose host is no public domain'],
    ['free_mail', 'kim@gmail.com', 'nobody with free mail, whatever was imported'],
    ['own', 'kim@ours.com', 'nobody of ours'],
    ['own', 'kim@sub.ours.com', 'nobody of ours below a sub-domain'],
    ['own', 'sato@ours.com', 'nobody of ours, though imported as a contact'],
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
    'kim@localhost',
    'kim@co.uk',
    'kim@192.0.2.1',
    'kim@[::1]',
  ])('nobody when it is none: "%s"', (address) => {
    expect(matchOf(address)).toBe('not_an_address');
  });

  it('nobody when it is longer than any address may be', () => {
    const domain = '@contoso.com';
    expect(matchOf('a'.repeat(254 - domain.length) + domain)).toBe('contoso');
    expect(matchOf('a'.repeat(255 - domain.length) + domain)).toBe('not_an_address');
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
  ])('of "%s" is %s', (host, expected) => {
    expect(registrableDomain(host)).toBe(expected);
  });
});
