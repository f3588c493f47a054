import { Box, Typography } from '@mui/material';
import { RecordField, Show, TopToolbar, useRecordContext, useTranslate } from 'react-admin';
import { FactGrid, WideFact } from '../../shared/display/FactGrid.tsx';
import { InstantField } from '../../shared/display/TimeFields.tsx';
import { DivisionField } from '../../shared/division/DivisionPath.tsx';
import { TokenExample } from './TokenExample.tsx';
import { AllRights, BudgetField, LastUse, RevokeButton, StateField, stateOf } from './TokenFields.tsx';
import { TokenUse } from './TokenUse.tsx';

function Facts() {
  return (
    <FactGrid>
      <RecordField source="name" />
      <RecordField source="hint" render={(record) => `${record.hint}…`} />
      <RecordField source="state">
        <StateField />
      </RecordField>
      <RecordField source="lastUsedAt">
        <LastUse />
      </RecordField>
      <RecordField source="pointsPerMinute">
        <BudgetField />
      </RecordField>
      <RecordField source="expiresAt">
        <InstantField source="expiresAt" />
      </RecordField>
      <RecordField source="createdAt">
        <InstantField source="createdAt" />
      </RecordField>
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

/** The secret itself was shown once; whoever uses it puts it in here. */
function HowToUse() {
  const record = useRecordContext();
  const translate = useTranslate();
  if (!record || stateOf(record) !== 'usable') return null;
  return (
    <Box component="section" sx={{ mt: 3 }}>
      <Typography variant="h3" component="h2">
        {translate('resources.tokens.howTo')}
      </Typography>
      <TokenExample token={`${record.hint}…`} clientId={String(record.id)} />
    </Box>
  );
}

export function TokenShow() {
  return (
    <Show
      component="div"
      actions={
        <TopToolbar>
          <RevokeButton variant="outlined" />
        </TopToolbar>
      }
    >
      <Facts />
      <TokenUse />
      <HowToUse />
    </Show>
  );
}
