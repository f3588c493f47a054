import type { ReactNode } from 'react';
import { DataTable, TextField } from 'react-admin';
import { InstantField } from '../../shared/display/TimeFields.tsx';
import { RecordTable } from '../../shared/table/RecordTable.tsx';
import { LineVerbs } from './LineVerbs.tsx';
import { DocumentOfLine, lineField, TiedLine } from './line-fields.tsx';

interface FundLineTableProps {
  /** For the page of a document, where it is known. */
  withoutDocument?: boolean;
  empty?: ReactNode;
  storeKey?: string;
}

/** Lines of a list or of one document, with what is left to be said of them. */
export function FundLineTable({ withoutDocument = false, ...rest }: FundLineTableProps) {
  const hiddenColumns = [
    ...['projectCode', 'functionCode', 'economicCode', 'reissueDecidedBy', 'reissueDecidedAt'],
    ...['statedAllocated', 'statedDisbursed', 'statedPaid', 'recordedBy', 'recordedAt'],
  ];
  return (
    <RecordTable hiddenColumns={hiddenColumns} rowClick={false} {...rest}>
      {!withoutDocument && (
        <DataTable.Col source="document.number" disableSort>
          <DocumentOfLine />
        </DataTable.Col>
      )}
      {lineField.level.column()}
      {lineField.task.column({ disableSort: true })}
      {lineField.amount.column()}
      {lineField.isDirect.column({ disableSort: true })}
      {lineField.isPosted.column({ disableSort: true })}
      {lineField.reissue.column({ disableSort: true })}
      <DataTable.Col source="reissueOf" disableSort>
        <TiedLine by="reissueOf" />
      </DataTable.Col>
      <DataTable.Col source="reduces" disableSort>
        <TiedLine by="reduces" />
      </DataTable.Col>
      {lineField.statedAllocated.column({ disableSort: true })}
      {lineField.statedDisbursed.column({ disableSort: true })}
      {lineField.statedPaid.column({ disableSort: true })}
      {lineField.projectCode.column({ disableSort: true })}
      {lineField.functionCode.column({ disableSort: true })}
      {lineField.economicCode.column({ disableSort: true })}
      <DataTable.Col source="fund.name" disableSort field={TextField} />
      {lineField.note.column({ disableSort: true })}
      <DataTable.Col source="reissueDecidedBy" disableSort />
      <DataTable.Col source="reissueDecidedAt" disableSort field={InstantField} />
      <DataTable.Col source="recordedBy" disableSort />
      <DataTable.Col source="recordedAt" field={InstantField} />
      <DataTable.Col label="bangfu.list.actions" field={LineVerbs} />
    </RecordTable>
  );
}
