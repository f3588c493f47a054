import { RecordField, Show, TopToolbar } from 'react-admin';
import { FactGrid, WideFact } from '../../shared/display/FactGrid.tsx';
import { InstantField } from '../../shared/display/TimeFields.tsx';
import { DivisionField } from '../../shared/division/DivisionPath.tsx';
import { DeliveryLog } from './DeliveryLog.tsx';
import { StateField, TypesField } from './WebhookFields.tsx';
import { WebhookVerbs } from './WebhookVerbs.tsx';

const instants = ['failingSince', 'nextTryAt', 'formerSecretUntil', 'createdAt'];

export function WebhookShow() {
  return (
    <Show
      component="div"
      actions={
        <TopToolbar sx={{ flexWrap: 'wrap', gap: 1 }}>
          <WebhookVerbs />
        </TopToolbar>
      }
    >
      <FactGrid>
        <RecordField source="name" />
        <RecordField source="status">
          <StateField />
        </RecordField>
        {instants.map((source) => (
          <RecordField key={source} source={source}>
            <InstantField source={source} />
          </RecordField>
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
