/** From when to when an account may be paused. */
import { describe, expect, it } from 'vitest';
import { decidePause, pauseReasons } from '../../api/domain/pause.ts';
import { daysAgo, todayOn } from './account-stories.ts';

describe('a pause', () => {
  it.each([0, 1, 89, 90])('may end in %i days', (inDays) => {
    expect(decidePause({ reason: 'no_travel', untilOn: daysAgo(-inDays) }, 'mia', todayOn)).toEqual({
      ok: true,
      value: { reason: 'no_travel', fromOn: todayOn, untilOn: daysAgo(-inDays), pausedBy: 'mia' },
    });
  });

  it.each([-1, 91, 1_000])('never ends in %i days', (inDays) => {
    expect(decidePause({ reason: 'dispute', untilOn: daysAgo(-inDays) }, 'mia', todayOn)).toEqual({
      ok: false,
      failure: { kind: 'pause_ends_wrongly', firstOn: todayOn, lastOn: daysAgo(-90) },
    });
  });

  it('has one reason of a closed list', () => {
    expect(pauseReasons).toEqual(['contract_ending', 'dispute', 'customer_reorganising', 'no_travel', 'owner_absent', 'handover']);
  });
});
