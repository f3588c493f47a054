import { useGetResourceLabel, useResourceContext } from 'react-admin';

/** The resource's name in running text: English lower case, Chinese as it is. */
export function useResourceName(): string {
  const resource = useResourceContext();
  const label = useGetResourceLabel();
  return resource ? label(resource, 2).toLowerCase() : '';
}
