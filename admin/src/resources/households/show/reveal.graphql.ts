import { graphql } from '../../../api/graphql.ts';
import { saveOf } from '../../../providers/data/documents.ts';

const revealMutation = graphql(`
  mutation RevealPersonalData($input: RevealPersonalDataInput!) {
    revealPersonalData(input: $input) {
      value
    }
  }
`);

export const revealPersonalData = saveOf(revealMutation, (result) => result.revealPersonalData);
