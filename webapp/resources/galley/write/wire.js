/** Calls of the API for one article, with the session of the page. */

/** Milliseconds after which a call that got no answer is taken for lost. */
const PATIENCE = 15000;
const TOO_LARGE = 413;

/** A call without success: `status` 0 if there was no answer at all. */
export class Refusal extends Error {
  /** @param {number} status @param {Record<string, unknown>} problem the problem document, or {} */
  constructor(status, problem) {
    super(String(problem.detail ?? problem.title ?? status));
    this.status = status;
    this.problem = problem;
  }

  /** Whether trying again later may help: nobody answered, or nobody who knows Galley. */
  get isOffline() {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504 || this.status === 500;
  }
}

/**
 * @param {string} root the application's path
 * @param {number} article
 * @param {string} username of the person whose page it is: the browser may be somebody else's by now
 * @param {string} opened a mark of the session that the page was opened in
 * @param {() => Promise<void>} renewed the session is another one now, perhaps by another window
 */
export function wire(root, article, username, opened, renewed) {
  let session = opened;
  const home = `${root}/api/v1/articles/${article}`;

  /** @param {string} url @param {RequestInit} init */
  const call = async (url, init = {}) => {
    let response;
    try {
      response = await fetch(url, {
        credentials: "same-origin",
        redirect: "error",
        signal: AbortSignal.timeout(PATIENCE),
        ...init,
        headers: { "X-Galley": "1", "X-Galley-Person": encodeURIComponent(username), ...(init.body && { "Content-Type": "application/json" }), ...init.headers },
      });
    } catch {
      throw new Refusal(0, {});
    }
    let json = {};
    try {
      json = await response.json();
    } catch {
      // An answer that broke off is none, and so is the page of a proxy, or of a server that is only just starting; but what is
      // too large for a proxy will not become smaller.
      throw new Refusal(response.status === TOO_LARGE ? TOO_LARGE : 0, {});
    }
    if (!response.ok) {
      throw new Refusal(response.status, json);
    }
    const mark = response.headers.get("X-Galley-Session");
    if (mark && mark !== session) {
      await renewed().catch(() => {
        throw new Refusal(0, {});
      });
      session = mark;
    }
    return json;
  };

  return {
    /** @param {number} version @param {object} patch @param {boolean} [leaving] whether the page may be gone before the answer */
    keep: (version, patch, leaving = false) =>
      call(`${home}/working-copy`, {
        method: "PATCH",
        headers: { "If-Match": `"v${version}"` },
        body: JSON.stringify(patch),
        ...(leaving && { keepalive: true, signal: null }),
      }),
    /** @param {number} since */
    changes: (since) => call(`${home}/working-copy?since=${since}`),
    whole: () => call(home),
    blame: () => call(`${home}/blame`),
    /** @param {{ client: string, block?: string | null, gone?: boolean }} where */
    here: (where) =>
      call(`${home}/presence`, {
        method: "POST",
        body: JSON.stringify(where),
        ...(where.gone && { keepalive: true, signal: null }),
      }),
    /** @param {string} name @param {string} password */
    signIn: (name, password) =>
      call(`${root}/api/v1/session`, { method: "POST", body: JSON.stringify({ username: name, password }) }),
  };
}
