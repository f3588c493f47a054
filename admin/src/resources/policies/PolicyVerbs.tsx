import { Button } from '@mui/material';
import { DateInput, EditButton, required, TextInput, useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { todayInCounty } from '../../shared/display/today.ts';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { VerbBar } from '../../shared/verb/VerbBar.tsx';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import type { NewVersionState } from './PolicyCreate.tsx';
import { decidePolicy, endPolicy, type PolicyRecord, proposePolicy } from './policies.graphql.ts';

const key = 'resources.policies';
const field = (name: string) => fieldLabel('policies', name);

function DecideButton({ policy, approve }: { policy: PolicyRecord; approve: boolean }) {
  const { id, version } = policy;
  return (
    <VerbButton
      label={approve ? field('approve') : `${key}.sendBack`}
      variant={approve ? 'contained' : 'outlined'}
      operation={`decidePolicy ${id} ${approve}`}
      send={decidePolicy}
      given={{ id, expectedVersion: version, approve }}
      fields={{
        decisionNote: (source) => (
          <TextInput
            source={source}
            label={field('decisionNote')}
            multiline
            minRows={2}
            validate={approve ? [] : required()}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
        ),
      }}
      {...(approve && { lead: `${key}.approveLead` })}
      subject={policy.name}
    />
  );
}

function EndButton({ policy }: { policy: PolicyRecord }) {
  const { id, version } = policy;
  return (
    <VerbButton
      label={`${key}.end`}
      title={`${key}.endTitle`}
      operation={`endPolicy ${id}`}
      send={endPolicy}
      given={{ id, expectedVersion: version }}
      fields={{
        toOn: (source) => <DateInput source={source} label={field('toOn')} validate={required()} />,
      }}
      defaultValues={{ toOn: todayInCounty() }}
      subject={policy.name}
    />
  );
}

/** A draft with the amounts of this policy; of an approved one it is the next version. */
function NewVersionButton({ policy }: { policy: PolicyRecord }) {
  const translate = useTranslate();
  const { kind, kindName, name, countedAmount, deductions, documentsNeeded, sourceDocument, note, terms } =
    policy;
  const draft = {
    ...{ kind, kindName, name, countedAmount, deductions, documentsNeeded, sourceDocument, note, terms },
    countyCode: policy.county?.code,
    ...(policy.status === 'APPROVED' && { replacesId: policy.id }),
  } as NewVersionState['draft'];
  return (
    <Button component={Link} to="/policies/create" state={{ draft } satisfies NewVersionState}>
      {translate(`${key}.newVersion`)}
    </Button>
  );
}

/** The verbs that the status of the policy allows. */
export function PolicyVerbs() {
  const policy = useRecordContext<PolicyRecord>();
  const mayWrite = useHasRight('policy.write');
  const mayApprove = useHasRight('policy.approve');
  if (!policy) return <VerbBar />;
  const { id, version, status } = policy;
  const isOpen = status === 'DRAFT' || status === 'REJECTED';
  return (
    <VerbBar>
      {mayWrite && <NewVersionButton policy={policy} />}
      {mayWrite && isOpen && <EditButton />}
      {mayWrite && isOpen && (
        <VerbButton
          label={`${key}.propose`}
          variant="contained"
          operation={`proposePolicy ${id}`}
          send={proposePolicy}
          given={{ id, expectedVersion: version }}
          fields={{}}
          subject={policy.name}
        />
      )}
      {mayApprove && status === 'PROPOSED' && <DecideButton policy={policy} approve={false} />}
      {mayApprove && status === 'PROPOSED' && <DecideButton policy={policy} approve />}
      {mayApprove && status === 'APPROVED' && policy.toOn === null && <EndButton policy={policy} />}
    </VerbBar>
  );
}
