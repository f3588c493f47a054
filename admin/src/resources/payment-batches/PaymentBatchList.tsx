import { DataTable, FunctionField, type RaRecord, SimpleList } from 'react-admin';
import { PaymentBatchStatus } from '#schema/codes/money/payment.codes.ts';
import { CodeChip } from '../../shared/codes/CodeChip.tsx';
import { CodeFilter } from '../../shared/codes/CodeInput.tsx';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { MoneyField } from '../../shared/display/MoneyField.tsx';
import { InstantField } from '../../shared/display/TimeFields.tsx';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { DivisionOfCode } from '../../shared/division/DivisionOfCode.tsx';
import { type FilterSet, filterList } from '../../shared/list/filters/filter-set.ts';
import { ListShell } from '../../shared/list/ListShell.tsx';
import { RecordLink } from '../../shared/record/RecordLink.tsx';
import { RecordTable } from '../../shared/table/RecordTable.tsx';
import type { PaymentBatchFilter } from './payment-batches.graphql.ts';
import { batchTone } from './tones.ts';

const filters: Pick<FilterSet<PaymentBatchFilter>, 'status' | 'divisionCode'> = {
  status: <CodeFilter source="status" list={PaymentBatchStatus} alwaysOn />,
  divisionCode: <DivisionInput source="divisionCode" helperText={false} alwaysOn />,
};

const filterElements = filterList(filters);

function SmallList() {
  const status = useCodeLabel(PaymentBatchStatus);
  return (
    <SimpleList
      linkType="show"
      primaryText={(record: RaRecord) => `${record.number} · ${record.purpose}`}
      secondaryText={(record: RaRecord) =>
        `${status(record.status)} · ${record.paidAmount} / ${record.plannedAmount}`
      }
    />
  );
}

export function PaymentBatchList() {
  return (
    <ListShell
      emptyHint="resources.payment-batches.emptyHint"
      filters={filterElements}
      small={<SmallList />}
      sort={{ field: 'createdAt', order: 'DESC' }}
    >
      <RecordTable rowClick="show" hiddenColumns={['stoppedAmount', 'createdAt']}>
        <DataTable.Col source="number">
          <RecordLink resource="payment-batches" text="number" />
        </DataTable.Col>
        <DataTable.Col source="purpose" disableSort />
        <DataTable.Col source="divisionCode" disableSort>
          <DivisionOfCode />
        </DataTable.Col>
        <DataTable.Col source="status" disableSort>
          <FunctionField
            render={(record) => <CodeChip list={PaymentBatchStatus} tones={batchTone} code={record.status} />}
          />
        </DataTable.Col>
        <DataTable.NumberCol source="paymentCount" disableSort />
        {amounts.map((source) => (
          <DataTable.Col key={source} source={source} disableSort align="right">
            <MoneyField source={source} />
          </DataTable.Col>
        ))}
        <DataTable.Col source="createdAt" field={InstantField} />
      </RecordTable>
    </ListShell>
  );
}

const amounts = ['plannedAmount', 'paidAmount', 'failedAmount', 'returnedAmount', 'stoppedAmount'] as const;
