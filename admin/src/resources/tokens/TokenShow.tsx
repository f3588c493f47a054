import { RecordField, Show, useRecordContext } from 'react-admin';
import { FactGrid, WideFact } from '../../shared/display/FactGrid.tsx';
import { Section } from '../../shared/display/Section.tsx';
import { InstantField } from '../../shared/display/TimeFields.tsx';
import { DivisionField } from '../../shared/division/DivisionPath.tsx';
import { VerbBar } from '../../shared/verb/VerbBar.tsx';
import { AllRights, BudgetField, LastUse, RevokeButton, stateOf, TokenStateField } from './TokenFields.tsx';
import { TokenExample } from './use/TokenExample.tsx';
import { TokenUse } from './use/TokenUse.tsx';

function Facts() {
  return (
    <FactGrid>
      <RecordField source="name" />
      <RecordField source="hint" render={(record) => `${record.hint}…`} />
      <RecordField source="state">
        <TokenStateField />
      </RecordField>
      <RecordField source="lastUsedAt">
        <LastUse />
      </RecordField>
      <RecordField source="pointsPerMinute">
        <BudgetField />
      </RecordField>
      <RecordField source="expiresAt" field={InstantField} />
      <RecordField source="createdAt" field={InstantField} />
      <RecordField source="owner.displayName" empty="—" />
      <WideFact>
        <RecordField source="division.code">
          <DivisionField source="division" full />
        </RecordField>
      </WideFact>
      <WideFact>
        <RecordField source="rights">
          <AllRights />
        </RecordField>
      </WideFact>
    </FactGrid>
  );
}

/** The secret was shown only once, so the user puts it in here. */
function HowToUse() {
  const record = useRecordContext();
  if (!record || stateOf(record) !== 'usable') return null;
  return (
    <Section title="resources.tokens.howTo">
      <TokenExample token={`${record.hint}…`} clientId={String(record.id)} />
    </Section>
  );
}

export function TokenShow() {
  return (
    <Show
      component="div"
      emptyWhileLoading
      actions={
        <VerbBar>
          <RevokeButton variant="outlined" />
        </VerbBar>
      }
    >
      <Facts />
      <TokenUse />
      <HowToUse />
    </Show>
  );
}
