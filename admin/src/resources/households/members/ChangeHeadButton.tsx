import SupervisorAccountOutlined from '@mui/icons-material/SupervisorAccountOutlined';
import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Relation } from '#schema/codes/people/relation.codes.ts';
import { CodeSearchInput } from '../../../shared/codes/CodeInput.tsx';
import { useCodeLabel } from '../../../shared/codes/codes.ts';
import { VerbButton } from '../../../shared/verb/VerbButton.tsx';
import { changeHead } from '../household-verbs.graphql.ts';
import type { Member } from '../households.graphql.ts';
import { useHousehold } from '../useHousehold.ts';
import { otherRelations } from './member-fields.tsx';

const key = 'resources.households.members';

type NamedRelation = NonNullable<Parameters<typeof changeHead>[0]['relations']>[number];

/** Relations to the new head, by the ids of the members. */
const chosenRelations = (members: readonly Member[], chosen: unknown): NamedRelation[] =>
  members.flatMap(({ id }) => {
    const relation = ((chosen ?? {}) as Partial<Record<string, NamedRelation['relation']>>)[id];
    return relation ? [{ memberId: id, relation }] : [];
  });

function RelationInputs({ members }: { members: readonly Member[] }) {
  const relation = useCodeLabel(Relation);
  return members.map(({ id, name, relation: now }) => (
    <CodeSearchInput
      key={id}
      source={`chosen.${id}`}
      label={`${name} (${relation(now)})`}
      list={otherRelations}
      helperText={false}
    />
  ));
}

/** Another member becomes the head; relations to the new head may be given at once. */
export function ChangeHeadButton({ member, compact }: { member: Member; compact: boolean }) {
  const translate = useTranslate();
  const household = useHousehold();
  if (!household) return null;
  const others = household.members.filter(({ id }) => id !== member.id);
  return (
    <VerbButton
      label={`${key}.makeHead`}
      title={translate(`${key}.makeHeadTitle`, { name: member.name })}
      icon={<SupervisorAccountOutlined fontSize="small" />}
      operation={`changeHead ${household.id} ${member.id}`}
      version={household.version}
      send={changeHead}
      given={{
        householdId: household.id,
        expectedVersion: household.version,
        memberId: member.id,
      }}
      fields={{
        relations: {
          draw: () => <RelationInputs members={others} />,
          toInput: ({ chosen }) => chosenRelations(others, chosen),
        },
      }}
      success={`${key}.headChanged`}
      compact={compact}
    >
      <Typography variant="body2" sx={{ mb: 1 }}>
        {translate(`${key}.makeHeadLead`)}
      </Typography>
    </VerbButton>
  );
}
