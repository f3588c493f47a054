import { Card, Typography } from '@mui/material';
import {
  EditButton,
  Pagination,
  RecordField,
  ReferenceManyField,
  Show,
  useRecordContext,
  useTranslate,
} from 'react-admin';
import { FactGrid, WideFact } from '../../shared/display/FactGrid.tsx';
import { MoneyField } from '../../shared/display/MoneyField.tsx';
import { Section } from '../../shared/display/Section.tsx';
import { InstantField } from '../../shared/display/TimeFields.tsx';
import { PAGE } from '../../shared/edit/EditShell.tsx';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { VerbBar } from '../../shared/verb/VerbBar.tsx';
import { FundLineTable } from '../fund-lines/FundLineTable.tsx';
import { documentField } from './document-forms.tsx';
import type { FundDocumentRecord } from './fund-documents.graphql.ts';

const pagination = <Pagination rowsPerPageOptions={[25, 50, 100]} />;
const byAmount = { field: 'amount', order: 'DESC' } as const;

function DocumentActions() {
  return <VerbBar>{useHasRight('fund.write') && <EditButton />}</VerbBar>;
}

function DocumentHeader() {
  const document = useRecordContext<FundDocumentRecord>();
  if (!document) return null;
  return (
    <Typography variant="h1" component="h2" sx={{ overflowWrap: 'anywhere', mb: 1 }}>
      {document.number}
    </Typography>
  );
}

function Lines() {
  const translate = useTranslate();
  const empty = (
    <Typography sx={{ color: 'text.secondary', py: 2 }}>
      {translate('resources.fund-documents.noLines')}
    </Typography>
  );
  return (
    <ReferenceManyField
      reference="fund-lines"
      target="documentId"
      sort={byAmount}
      pagination={pagination}
      empty={empty}
    >
      <Card sx={{ overflowX: 'auto' }}>
        <FundLineTable withoutDocument storeKey="fund-documents.lines.table" empty={empty} />
      </Card>
    </ReferenceManyField>
  );
}

export function FundDocumentShow() {
  return (
    <Show component="div" emptyWhileLoading queryOptions={{ meta: PAGE }} actions={<DocumentActions />}>
      <DocumentHeader />
      <FactGrid>
        {documentField.kind.fact()}
        <RecordField source="budgetYear" />
        {documentField.issuedOn.fact()}
        {documentField.receivedOn.fact()}
        {documentField.isEarly.fact()}
        <RecordField source="total">
          <MoneyField source="total" />
        </RecordField>
        <RecordField source="openReissues" />
        <RecordField source="recordedBy" empty="—" />
        <RecordField source="recordedAt" field={InstantField} />
        <WideFact>{documentField.title.fact()}</WideFact>
      </FactGrid>
      <Section title="resources.fund-documents.fields.lines">
        <Lines />
      </Section>
    </Show>
  );
}
