// Passkeys: the browser asks the person, the service asks the browser. Without this the password goes on working.
const bytes = text =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0));
const text = buffer =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

async function post(path, body) {
  const answer = await fetch(path + (path.includes('?') ? '&' : '?') + 'lang=' + document.documentElement.lang, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(body),
  });
  const said = await answer.text();
  if (!answer.ok) {
    throw new Error(JSON.parse(said).detail);
  }
  return said && JSON.parse(said);
}

const answered = (credential, response) => ({
  id: credential.id,
  rawId: text(credential.rawId),
  type: credential.type,
  clientExtensionResults: credential.getClientExtensionResults(),
  response,
});

async function signIn(form) {
  const asked = await post('/account/passkeys/challenges', {});
  const credential = await navigator.credentials.get({
    publicKey: {...asked, challenge: bytes(asked.challenge)},
  });
  const response = credential.response;
  const to = new URLSearchParams({to: form.dataset.to});
  const went = await post('/account/passkeys/sign-ins?' + to, answered(credential, {
    authenticatorData: text(response.authenticatorData),
    clientDataJSON: text(response.clientDataJSON),
    signature: text(response.signature),
    userHandle: response.userHandle && text(response.userHandle),
  }));
  location.assign(went.to);
}

async function add(form) {
  const asked = await post('/account/passkeys/new/challenges', {});
  const credential = await navigator.credentials.create({
    publicKey: {
      ...asked,
      challenge: bytes(asked.challenge),
      user: {...asked.user, id: bytes(asked.user.id)},
      excludeCredentials: asked.excludeCredentials.map(it => ({...it, id: bytes(it.id)})),
    },
  });
  const response = credential.response;
  await post('/account/passkeys/new', {
    name: form.elements.name.value,
    answer: answered(credential, {
      attestationObject: text(response.attestationObject),
      clientDataJSON: text(response.clientDataJSON),
    }),
  });
  location.reload();
}

for (const [id, act] of [['passkey-sign-in', signIn], ['passkey-add', add]]) {
  const form = document.getElementById(id);
  if (form && window.PublicKeyCredential) {
    form.hidden = false;
    form.addEventListener('submit', async event => {
      event.preventDefault();
      const doubts = form.querySelector('[role=alert]');
      doubts.hidden = true;
      try {
        await act(form);
      } catch (refused) {
        doubts.textContent = refused instanceof DOMException ? form.dataset.failed : refused.message;
        doubts.hidden = false;
      }
    });
  }
}
