import { useGetResourceLabel, useResourceContext } from 'react-admin';

/** Not the first letter of an abbreviation: “API tokens” stay so. */
const asInText = (name: string) => name.replace(/^\p{Lu}(?!\p{Lu})/u, (first) => first.toLowerCase());

/** The resource's name in running text: English begins with a small letter, Chinese stays as it is. */
export function useResourceName(): string {
  const resource = useResourceContext();
  const label = useGetResourceLabel();
  return resource ? asInText(label(resource, 2)) : '';
}
