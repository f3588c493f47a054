import { useGetResourceLabel, useResourceContext } from 'react-admin';

/** Not for abbreviations: “API tokens” keeps its capitals. */
const asInText = (name: string) => name.replace(/^\p{Lu}(?!\p{Lu})/u, (first) => first.toLowerCase());

/** The resource's name within a sentence: English starts in lower case, Chinese is unchanged. */
export function useResourceName(): string {
  const resource = useResourceContext();
  const label = useGetResourceLabel();
  return resource ? asInText(label(resource, 2)) : '';
}
