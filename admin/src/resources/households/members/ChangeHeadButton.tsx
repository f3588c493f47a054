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
import { otherRelations } from './MemberInputs.tsx';

const key = 'resources.households.members';

/** A relation to the new head, by the id of the member. */
type Chosen = Readonly<Record<string, unknown>>;

const isChosen = (value: unknown): value is Chosen => typeof value === 'object' && value !== null;

/** Another member becomes the head; relations to the new head may be told at once. */
export function ChangeHeadButton({ member, compact }: { member: Member; compact: boolean }) {
  const translate = useTranslate();
  const relation = useCodeLabel(Relation);
  const household = useHousehold();
  if (!household) return null;
  const others = household.members.filter(({ id }) => id !== member.id);
  const relationsOf = (chosen: unknown) =>
    others.flatMap(({ id }) => {
      const relation = isChosen(chosen) ? chosen[id] : undefined;
      return relation ? [{ memberId: id, relation }] : [];
    });
  return (
    <VerbButton
      label={`${key}.makeHead`}
      title={translate(`${key}.makeHeadTitle`, { name: member.name })}
      icon={<SupervisorAccountOutlined fontSize="small" />}
      operation={`changeHead ${household.id} ${member.id}`}
      version={household.version}
      run={({ chosen, ...input }) =>
        changeHead({
          ...input,
          householdId: household.id,
          expectedVersion: household.version,
          memberId: member.id,
          relations: relationsOf(chosen),
        })
      }
      success={`${key}.headChanged`}
      compact={compact}
    >
      <Typography variant="body2" sx={{ mb: 1 }}>
        {translate(`${key}.makeHeadLead`)}
      </Typography>
      {others.map(({ id, name, relation: now }) => (
        <CodeSearchInput
          key={id}
          source={`chosen.${id}`}
          label={`${name} (${relation(now)})`}
          list={otherRelations}
          helperText={false}
        />
      ))}
    </VerbButton>
  );
}
