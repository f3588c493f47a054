import { type RaRecord, RecordField, Show } from 'react-admin';
import { pollWhile } from '../../providers/data/poll.ts';
import { FactGrid, WideFact } from '../../shared/display/FactGrid.tsx';
import { InstantField } from '../../shared/display/TimeFields.tsx';
import { DivisionField } from '../../shared/division/DivisionPath.tsx';
import { PAGE } from '../../shared/edit/EditShell.tsx';
import { VerbBar } from '../../shared/verb/VerbBar.tsx';
import { type Delivery, DeliveryLog } from './DeliveryLog.tsx';
import { TypesField, WebhookStateField } from './WebhookFields.tsx';
import { WebhookVerbs } from './WebhookVerbs.tsx';

const instants = ['failingSince', 'nextTryAt', 'formerSecretUntil', 'createdAt'];

// A new message is sent within seconds; a failed one shows when it is sent next.
const queryOptions = {
  meta: PAGE,
  refetchInterval: pollWhile(
    ({ deliveries }: RaRecord) =>
      deliveries.nodes.some(({ status, attempts }: Delivery) => status === 'WAITING' && attempts === 0),
    1_500,
  ),
} as const;

export function WebhookShow() {
  return (
    <Show
      component="div"
      emptyWhileLoading
      queryOptions={queryOptions}
      actions={
        <VerbBar>
          <WebhookVerbs />
        </VerbBar>
      }
    >
      <FactGrid>
        <RecordField source="name" />
        <RecordField source="status">
          <WebhookStateField />
        </RecordField>
        {instants.map((source) => (
          <RecordField key={source} source={source} field={InstantField} />
        ))}
        <RecordField source="owner.displayName" empty="—" />
        <WideFact>
          <RecordField source="url" sx={{ overflowWrap: 'anywhere' }} />
        </WideFact>
        <WideFact>
          <RecordField source="division.code">
            <DivisionField source="division" full />
          </RecordField>
        </WideFact>
        <WideFact>
          <RecordField source="types">
            <TypesField />
          </RecordField>
        </WideFact>
      </FactGrid>
      <DeliveryLog />
    </Show>
  );
}
