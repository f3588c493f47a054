import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AutocompleteInput, required } from 'react-admin';
import { request } from '../../api/client.ts';
import { membersFound } from './choices.graphql.ts';

interface MemberInputProps {
  source: string;
  label: string;
  isOptional?: boolean;
}

/** Finds a member by name, pinyin, number or its last four digits; households and masks tell namesakes apart. */
export function MemberInput({ source, label, isOptional = false }: MemberInputProps) {
  const [search, setSearch] = useState('');
  const { data, isFetching } = useQuery({
    queryKey: ['members', search],
    queryFn: () => request(membersFound, { search }),
    enabled: search.trim() !== '',
  });
  const choices = (data?.members.nodes ?? []).map(({ id, name, residentIdMasked, household }) => ({
    id,
    name: [name, household?.headName, residentIdMasked].filter(Boolean).join(' · '),
  }));
  return (
    <AutocompleteInput
      source={source}
      label={label}
      choices={choices}
      isFetching={isFetching}
      setFilter={setSearch}
      filterToQuery={asIs}
      translateChoice={false}
      validate={isOptional ? undefined : required()}
    />
  );
}

const asIs = (search: string) => ({ search });
