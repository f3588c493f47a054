import { graphql } from '../../api/graphql.ts';
import { saveOf } from '../../providers/data/documents.ts';

const explainResidueMutation = graphql(`
  mutation ExplainResidue($input: ExplainResidueInput!) {
    explainResidue(input: $input) {
      claim {
        id
        version
        status
      }
    }
  }
`);

const submitClaimMutation = graphql(`
  mutation SubmitClaim($input: SubmitClaimInput!) {
    submitClaim(input: $input) {
      claim {
        id
        version
        status
      }
    }
  }
`);

const checkClaimMutation = graphql(`
  mutation CheckClaim($input: CheckClaimInput!) {
    checkClaim(input: $input) {
      claim {
        id
        version
        status
      }
    }
  }
`);

const sendToInsurerMutation = graphql(`
  mutation SendToInsurer($input: SendToInsurerInput!) {
    sendToInsurer(input: $input) {
      claim {
        id
        version
        status
      }
    }
  }
`);

const assessClaimMutation = graphql(`
  mutation AssessClaim($input: AssessClaimInput!) {
    assessClaim(input: $input) {
      claim {
        id
        version
        status
      }
    }
  }
`);

const withdrawClaimMutation = graphql(`
  mutation WithdrawClaim($input: WithdrawClaimInput!) {
    withdrawClaim(input: $input) {
      claim {
        id
        version
        status
      }
    }
  }
`);

export const explainResidue = saveOf(explainResidueMutation, (result) => result.explainResidue.claim);
export const submitClaim = saveOf(submitClaimMutation, (result) => result.submitClaim.claim);
export const checkClaim = saveOf(checkClaimMutation, (result) => result.checkClaim.claim);
export const sendToInsurer = saveOf(sendToInsurerMutation, (result) => result.sendToInsurer.claim);
export const assessClaim = saveOf(assessClaimMutation, (result) => result.assessClaim.claim);
export const withdrawClaim = saveOf(withdrawClaimMutation, (result) => result.withdrawClaim.claim);
