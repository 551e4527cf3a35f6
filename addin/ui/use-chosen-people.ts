/** The people chosen so far, in the order of the taps, for a form with chips. */
import { useState } from 'react';

export interface ChosenPeople {
  readonly ids: readonly string[];
  /** As PeopleChips calls it. */
  readonly choose: (contactId: string, isChosen: boolean) => void;
}

/** Without `firstIds`, the only person to choose from is chosen at first, and of several nobody. */
export function useChosenPeople(people: readonly { readonly contactId: string }[], firstIds?: readonly string[]): ChosenPeople {
  const [ids, setIds] = useState<readonly string[]>(
    () => firstIds ?? (people.length === 1 ? people.map(({ contactId }) => contactId) : []),
  );
  return {
    ids,
    choose: (contactId, isChosen) =>
      setIds((chosen) => (isChosen ? [...chosen, contactId] : chosen.filter((chosenId) => chosenId !== contactId))),
  };
}
