/** What is recorded, kind by kind: how much, and the records themselves once a kind is opened. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { type JSX, useState } from 'react';
import type { MyDataReply, RecordKind } from '../../../api/contract/my-data.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { useText } from '../../ui/text.tsx';
import { RecordTable } from './RecordTable.tsx';

/** In the order of a working day: what the calendar brings, what the person says, what they do with an account. Who looked stands elsewhere. */
const shownKinds = [
  'meetings',
  'tags',
  'accounts',
  'asks',
  'plans',
  'key_partners',
  'visitor_policies',
  'welcome_answers',
  'pauses',
  'imports',
  'viewed',
  'requests',
] as const satisfies readonly RecordKind[];

const useStyles = makeStyles({
  kinds: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

export function RecordKinds({ totals }: Pick<MyDataReply, 'totals'>): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const recorded = shownKinds.filter((kind) => totals[kind] > 0);
  return (
    <div className={styles.kinds}>
      {recorded.map((kind) => (
        <OneKind key={kind} kind={kind} total={totals[kind]} />
      ))}
      {recorded.length < shownKinds.length && <Text>{text('myData.recorded.none')}</Text>}
    </div>
  );
}

function OneKind({ kind, total }: { readonly kind: (typeof shownKinds)[number]; readonly total: number }): JSX.Element {
  const text = useText();
  const [isOpened, setIsOpened] = useState(false);
  const summary = text(`myData.kind.${kind}`, { count: total });
  return (
    <Disclosure summary={summary} onOpen={() => setIsOpened(true)}>
      {isOpened && <RecordTable kind={kind} label={summary} />}
    </Disclosure>
  );
}
