import { AutocompleteInput, type RaRecord, ReferenceInput, required, useRecordContext } from 'react-admin';
import { ReissueStatus } from '#schema/codes/money/document.codes.ts';
import { CodeRadioInput } from '../../shared/codes/CodeInput.tsx';
import { formatMoney } from '../../shared/display/money.ts';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { assignReduction, decideReissue, type FundLineRecord } from './fund-lines.graphql.ts';

const key = 'resources.fund-lines';

const lineText = (record?: RaRecord): string =>
  record
    ? [record.document?.number, record.task, formatMoney(record.amount)].filter(Boolean).join(' · ')
    : '';

const bySearch = (search: string) => (search ? { search } : {});

const decisions = { ...ReissueStatus, keys: ReissueStatus.keys.filter((one) => one !== 'ASKED') };

function DecideButton({ line: { id, version, document, amount } }: { line: FundLineRecord }) {
  return (
    <VerbButton
      label={`${key}.decide`}
      title={`${key}.decideTitle`}
      lead={`${key}.decideLead`}
      subject={`${document?.number ?? ''} ${formatMoney(amount)}`}
      operation={`decideReissue ${id}`}
      version={version}
      send={decideReissue}
      given={{ lineId: id, expectedVersion: version }}
      fields={{
        decision: (source) => (
          <CodeRadioInput source={source} list={decisions} label={fieldLabel('fund-lines', 'decision')} />
        ),
      }}
      variant="text"
    />
  );
}

function AssignButton({ line: { id, version, document, amount, fund, level } }: { line: FundLineRecord }) {
  const alike = { fundId: fund?.id, level: [level], isPosted: true };
  return (
    <VerbButton
      label={`${key}.assign`}
      lead={`${key}.assignLead`}
      subject={`${document?.number ?? ''} ${formatMoney(amount)}`}
      operation={`assignReduction ${id}`}
      version={version}
      send={assignReduction}
      given={{ lineId: id, expectedVersion: version }}
      fields={{
        reducesId: (source) => (
          <ReferenceInput source={source} reference="fund-lines" filter={alike}>
            <AutocompleteInput
              label={fieldLabel('fund-lines', 'reducesId')}
              optionText={lineText}
              filterToQuery={bySearch}
              validate={required()}
            />
          </ReferenceInput>
        ),
      }}
      variant="text"
    />
  );
}

/** What is left to be said of a line before it belongs into the books. */
export function LineVerbs() {
  const line = useRecordContext<FundLineRecord>();
  const mayDecide = useHasRight('fund.approve');
  const mayWrite = useHasRight('fund.write');
  if (!line) return null;
  if (line.reissue === 'ASKED') return mayDecide ? <DecideButton line={line} /> : null;
  const isOpen = !line.isPosted && line.amount.startsWith('-') && !line.reduces;
  return isOpen && mayWrite ? <AssignButton line={line} /> : null;
}
