import { EditButton, RecordField, Show } from 'react-admin';
import { FundKind, FundStatus } from '#schema/codes/money/fund.codes.ts';
import { CodeField } from '../../shared/codes/CodeField.tsx';
import { FactGrid, WideFact } from '../../shared/display/FactGrid.tsx';
import { MoneyField } from '../../shared/display/MoneyField.tsx';
import { Section } from '../../shared/display/Section.tsx';
import { PAGE } from '../../shared/edit/EditShell.tsx';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { VerbBar } from '../../shared/verb/VerbBar.tsx';
import { FundStatement } from './FundStatement.tsx';

const figures = ['received', 'unallocated', 'allocated', 'frozen', 'disbursed', 'paid'] as const;

function FundActions() {
  return <VerbBar>{useHasRight('fund.write') && <EditButton />}</VerbBar>;
}

export function FundShow() {
  return (
    <Show component="div" emptyWhileLoading queryOptions={{ meta: PAGE }} actions={<FundActions />}>
      <FactGrid>
        <RecordField source="name" />
        <RecordField source="fiscalYear" />
        <RecordField source="kind">
          <CodeField source="kind" list={FundKind} />
        </RecordField>
        <RecordField source="status">
          <CodeField source="status" list={FundStatus} />
        </RecordField>
        <WideFact>
          <RecordField source="purpose" empty="—" />
        </WideFact>
      </FactGrid>
      <Section title="resources.funds.figures">
        <FactGrid>
          {figures.map((source) => (
            <RecordField key={source} source={source}>
              <MoneyField source={source} />
            </RecordField>
          ))}
        </FactGrid>
      </Section>
      <FundStatement />
    </Show>
  );
}
