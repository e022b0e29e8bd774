/** Sign-in with Jakarta Security: the identity store over {@link org.galley.people.SignIn} and the session mechanism. */
package org.galley.people.signin;
