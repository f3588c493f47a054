import { Box, Typography } from '@mui/material';
import { EditButton, RecordField, Show, TabbedShowLayout, useRecordContext } from 'react-admin';
import { PoliticalStatus, Sex } from '#schema/codes/people/person.codes.ts';
import { CodeField } from '../../shared/codes/CodeField.tsx';
import { FactGrid, WideFact } from '../../shared/display/FactGrid.tsx';
import { MaskedField } from '../../shared/display/MaskedField.tsx';
import { DayField, InstantField } from '../../shared/display/TimeFields.tsx';
import { DivisionField } from '../../shared/division/DivisionPath.tsx';
import { PAGE } from '../../shared/edit/EditShell.tsx';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { VerbBar } from '../../shared/verb/VerbBar.tsx';
import { RevealButton } from '../households/show/RevealButton.tsx';
import { CadreLeavesButton } from './CadreLeavesButton.tsx';
import { CadrePairings } from './CadrePairings.tsx';
import { CadreStatusField } from './CadreStatusField.tsx';
import { LoadBar } from './LoadBar.tsx';

function CadreActions() {
  const cadre = useRecordContext();
  const mayWrite = useHasRight('cadre.write');
  const mayPair = useHasRight('pairing.write');
  return (
    <VerbBar>
      {cadre && mayWrite && mayPair && <CadreLeavesButton cadre={cadre} />}
      {mayWrite && <EditButton />}
    </VerbBar>
  );
}

function CadreHeader() {
  const cadre = useRecordContext();
  if (!cadre) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, mb: 1 }}>
      <Typography variant="h1" component="h2" sx={{ overflowWrap: 'anywhere' }}>
        {cadre.name}
      </Typography>
      <CadreStatusField />
    </Box>
  );
}

function CadreFacts() {
  const cadre = useRecordContext();
  const seesPairings = useHasRight('pairing.read');
  return (
    <FactGrid>
      <RecordField source="organization.name" empty="—" />
      <RecordField source="jobTitle" empty="—" />
      {seesPairings && (
        <RecordField source="load">
          {cadre && <LoadBar load={cadre.load} countyCode={cadre.countyCode} />}
        </RecordField>
      )}
      <RecordField source="phoneMasked">
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
          <MaskedField source="phoneMasked" />
          {cadre?.phoneMasked && (
            <RevealButton id={String(cadre.id)} field="PHONE" name={cadre.name} compact />
          )}
        </Box>
      </RecordField>
      <RecordField source="sex">
        <CodeField source="sex" list={Sex} />
      </RecordField>
      <RecordField source="politicalStatus">
        <CodeField source="politicalStatus" list={PoliticalStatus} />
      </RecordField>
      {cadre?.leftOn && <RecordField source="leftOn" field={DayField} />}
      <RecordField source="createdAt" field={InstantField} />
      <WideFact>
        <RecordField source="division.code">
          <DivisionField source="division" full />
        </RecordField>
      </WideFact>
      <WideFact>
        <RecordField source="note" empty="—" />
      </WideFact>
    </FactGrid>
  );
}

function CadreTabs() {
  const mayRead = useHasRight('pairing.read');
  if (!mayRead) return null;
  return (
    <TabbedShowLayout sx={{ '& .RaTabbedShowLayout-content': { px: 0 } }}>
      <TabbedShowLayout.Tab label="resources.cadres.tab.running">
        <CadrePairings running />
      </TabbedShowLayout.Tab>
      <TabbedShowLayout.Tab label="resources.cadres.tab.past" path="past">
        <CadrePairings running={false} />
      </TabbedShowLayout.Tab>
    </TabbedShowLayout>
  );
}

export function CadreShow() {
  return (
    <Show component="div" emptyWhileLoading queryOptions={{ meta: PAGE }} actions={<CadreActions />}>
      <CadreHeader />
      <CadreFacts />
      <CadreTabs />
    </Show>
  );
}
