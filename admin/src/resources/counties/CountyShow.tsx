import { Box, Typography } from '@mui/material';
import { EditButton, RecordField, Show, useRecordContext, useTranslate } from 'react-admin';
import { LoadPolicy } from '#schema/codes/settings.codes.ts';
import { CodeField } from '../../shared/codes/CodeField.tsx';
import { FactGrid } from '../../shared/display/FactGrid.tsx';
import { DivisionField } from '../../shared/division/DivisionPath.tsx';
import { PAGE } from '../../shared/edit/EditShell.tsx';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { VerbBar } from '../../shared/verb/VerbBar.tsx';
import { DutyRules } from './DutyRules.tsx';

function CountyActions() {
  return <VerbBar>{useHasRight('settings.write') && <EditButton />}</VerbBar>;
}

function CountyFacts() {
  const translate = useTranslate();
  const county = useRecordContext();
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Typography variant="h1" component="h2">
        {county?.division.name}
      </Typography>
      <Typography variant="h3" component="h3">
        {translate('resources.counties.load')}
      </Typography>
      <FactGrid>
        <RecordField source="maxLoad" />
        <RecordField source="loadPolicy">
          <CodeField source="loadPolicy" list={LoadPolicy} />
        </RecordField>
        <RecordField source="division.name">
          <DivisionField source="division" full />
        </RecordField>
        <RecordField source="countyCode" />
      </FactGrid>
    </Box>
  );
}

export function CountyShow() {
  return (
    <Show component="div" emptyWhileLoading queryOptions={{ meta: PAGE }} actions={<CountyActions />}>
      <CountyFacts />
      <DutyRules />
    </Show>
  );
}
