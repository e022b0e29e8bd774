/** The API's calls about the comments on one article. */

/** Milliseconds after which a call that got no answer is taken for lost. */
const PATIENCE = 15000;
/** The most that the API gives at once. */
const PAGE = 200;

/**
 * @typedef {object} Comment
 * @property {number} id
 * @property {number} thread id of the comment that began the thread
 * @property {string | null} block
 * @property {boolean} gone
 * @property {string} words
 * @property {string} author
 * @property {string} at
 * @property {string} text
 * @property {string[]} mentioned
 * @property {boolean} must
 * @property {string | null} edited
 * @property {boolean} deleted
 * @property {string | null} resolved
 * @property {string | null} resolvedBy
 */

/** A call without success; `status` is 0 if there was no answer at all. */
export class Refused extends Error {
  /** @param {number} status @param {any} problem the problem document, or {} */
  constructor(status, problem) {
    const [first] = problem.violations ?? [];
    super(String(first?.message ?? first?.detail ?? problem.detail ?? problem.title ?? status));
    this.status = status;
  }
}

/**
 * @param {string} root the application's path
 * @param {number} article
 * @param {string} username of the person whose page it is: the browser may be somebody else's by now
 */
export function commentCalls(root, article, username) {
  const home = `${root}/api/v1/articles/${article}/comments`;

  /** @param {string} url @param {RequestInit} [init] */
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
      throw new Refused(0, {});
    }
    if (response.status === 304) {
      return { response, json: null };
    }
    let json;
    try {
      json = await response.json();
    } catch {
      throw new Refused(0, {});
    }
    if (!response.ok) {
      throw new Refused(response.status, json);
    }
    return { response, json };
  };
  /** @param {string} path @param {string} method @param {object} [body] @returns {Promise<Comment>} */
  const send = async (path, method, body) =>
    (await call(home + path, { method, ...(body && { body: JSON.stringify(body) }) })).json;

  return {
    /**
     * All comments, unless they are those that are known.
     *
     * @param {string | null} tag of what is known
     * @returns {Promise<{ tag: string | null, comments: Comment[] } | null>}
     */
    async list(tag) {
      const first = await call(`${home}?limit=${PAGE}`, { headers: tag ? { "If-None-Match": tag } : {} });
      if (first.json === null) {
        return null;
      }
      const comments = [...first.json.items];
      let { next } = first.json;
      while (next) {
        const { json } = await call(`${home}?limit=${PAGE}&after=${encodeURIComponent(next)}`);
        comments.push(...json.items);
        next = json.next;
      }
      return { tag: first.response.headers.get("ETag"), comments };
    },
    /** @param {{ text: string, block?: string, replyTo?: number, must?: boolean }} comment */
    add: (comment) => send("", "POST", comment),
    /** @param {number} id @param {{ text: string, must?: boolean }} change */
    change: (id, change) => send(`/${id}`, "PUT", change),
    /** @param {number} id */
    remove: (id) => send(`/${id}`, "DELETE"),
    /** @param {number} id */
    restore: (id) => send(`/${id}/restore`, "POST"),
    /** @param {number} id */
    resolve: (id) => send(`/${id}/resolve`, "POST"),
    /** @param {number} id */
    reopen: (id) => send(`/${id}/reopen`, "POST"),
  };
}
