/** The form of the account rules: what is typed becomes rules, or is called wrong where it is. */
import { describe, expect, it } from 'vitest';
import { draftOf, readDraft, type RulesDraft, shortenedTiers } from '../../addin/features/settings/account-rules/rules-draft.ts';
import { AccountRules } from '../../api/contract/admin.ts';

const rules = AccountRules.parse({ cadenceDays: { A: 45, B: 90, C: 180 }, partnerDomains: ['brandt.example', 'corex.example'] });

function draft(cadenceDays: Partial<RulesDraft['cadenceDays']>, partnerDomains = ''): RulesDraft {
  return { cadenceDays: { ...draftOf(rules).cadenceDays, ...cadenceDays }, partnerDomains };
}

describe('the form', () => {
  it('gives back the rules that it was filled with', () => {
    expect(readDraft(draftOf(rules))).toEqual({ kind: 'rules', rules });
  });

  it.each([
    ['1', true],
    ['365', true],
    [' 30 ', true],
    ['0', false],
    ['366', false],
    ['', false],
    ['4.5', false],
    ['-1', false],
    ['forty', false],
  ])('%j days are a cadence: %s', (text, isCadence) => {
    expect(readDraft(draft({ B: text }))).toMatchObject(isCadence ? { kind: 'rules' } : { kind: 'wrong', tiers: ['B'] });
  });

  it('names every tier that is wrong', () => {
    expect(readDraft(draft({ A: '0', C: 'x' }))).toEqual({ kind: 'wrong', tiers: ['A', 'C'] });
  });

  it('takes partner domains separated in any way, each once, in lower case', () => {
    expect(readDraft(draft({}, ' Corex.example\n\nbrandt.example, corex.example;x.example '))).toMatchObject({
      rules: { partnerDomains: ['corex.example', 'brandt.example', 'x.example'] },
    });
  });
});

describe('a shorter cadence', () => {
  it.each([
    [{ A: '45', B: '90', C: '180' }, []],
    [{ A: '44', B: '91', C: '179' }, ['A', 'C']],
    [{ A: '', B: '0', C: 'x' }, []],
  ])('of %j: %j', (cadenceDays, shortened) => {
    expect(shortenedTiers(draft(cadenceDays), rules)).toEqual(shortened);
  });
});
