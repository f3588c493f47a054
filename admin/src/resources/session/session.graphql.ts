import { graphql } from '../../api/graphql.ts';

export const meQuery = graphql(`
  query Me {
    me {
      user {
        id
        username
        displayName
      }
      grants {
        role
        fromOn
        toOn
        pairedOnly
        division {
          code
          name
          path
        }
      }
      rights
      cadres {
        id
        countyCode
      }
      mustChangePassword
      mustEnrolSecondFactor
    }
  }
`);

export const loginMutation = graphql(`
  mutation Login($input: LoginInput!) {
    login(input: $input) {
      secondFactor {
        challenge
      }
    }
  }
`);

export const completeLoginMutation = graphql(`
  mutation CompleteLogin($input: CompleteLoginInput!) {
    completeLogin(input: $input) {
      recoveryCodesLeft
    }
  }
`);

export const stepUpMutation = graphql(`
  mutation StepUp($input: StepUpInput!) {
    stepUp(input: $input) {
      ok
    }
  }
`);

export const logoutMutation = graphql(`
  mutation Logout {
    logout {
      ok
    }
  }
`);

export const changePasswordMutation = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      ok
    }
  }
`);

export const resetPasswordMutation = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      username
    }
  }
`);
