import { useQuery } from '@tanstack/react-query';
import { required, SelectInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { Relation } from '#schema/codes/people/relation.codes.ts';
import { request } from '../../api/client.ts';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { membersOfHousehold } from './claims.graphql.ts';

/** One of the people of the household that the form has chosen. */
export function MemberInput({ source }: { source: string }) {
  const relation = useCodeLabel(Relation);
  const householdId: unknown = useWatch({ name: 'householdId' });
  const id = typeof householdId === 'string' ? householdId : '';
  const { data } = useQuery({
    queryKey: ['households', 'members', id],
    enabled: id !== '',
    queryFn: ({ signal }) => request(membersOfHousehold, { id }, { signal }),
  });
  const members = data?.household?.members ?? [];
  return (
    <SelectInput
      source={source}
      label={fieldLabel('claims', source)}
      choices={members.map((member) => ({
        id: member.id,
        name: `${member.name}（${relation(member.relation)}）`,
      }))}
      translateChoice={false}
      validate={required()}
      helperText={id === '' ? 'resources.claims.chooseHousehold' : false}
    />
  );
}
