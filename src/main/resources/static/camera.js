// The start page's camera. Nothing here is needed to find a lot: the form beside it works without scripts.
// What is read goes to the form's own address, like a typed code. An address of somebody else is shown, never followed.
const area = document.getElementById('camera');
const form = document.querySelector('form.find');
const [look, stop] = area.querySelectorAll('button');
const file = area.querySelector('input[type=file]');
const video = area.querySelector('video');
const status = area.querySelector('[role=status]');

const LONGEST = 200;
const LARGEST_SIDE = 1600;
const OURS = /^\/(01|t)\/[^\s?#]/;

let stream = null;
let reader = null;

const say = (word, text) => { status.textContent = status.dataset[word] + (text ? ' ' + text : ''); };

/** The browser's own decoder where it reads QR codes, otherwise ours, which is loaded only now. */
async function decoder() {
  if ('BarcodeDetector' in window) {
    try {
      if ((await BarcodeDetector.getSupportedFormats()).includes('qr_code')) {
        const detector = new BarcodeDetector({ formats: ['qr_code'] });
        return async canvas => (await detector.detect(canvas))[0]?.rawValue;
      }
    } catch {
      // It is there and does not work, as on some desktops.
    }
  }
  const { decodeQR } = await import('/vendor/qr-0.7.0/decode.js');
  return async canvas => {
    const { width, height } = canvas;
    try {
      return decodeQR(canvas.getContext('2d').getImageData(0, 0, width, height));
    } catch {
      return undefined; // there is none in it
    }
  };
}

function drawn(source, width, height) {
  const scale = Math.min(1, LARGEST_SIDE / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext('2d', { willReadFrequently: true }).drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** A whole address of another service; nothing for codes and numbers. */
function foreign(text) {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(text)) return false;
  try {
    const address = new URL(text);
    return !(/^https?:$/.test(address.protocol) && address.host === location.host && OURS.test(address.pathname));
  } catch {
    return true;
  }
}

function found(text) {
  end();
  if (foreign(text) || text.length > LONGEST) {
    say('foreign', text.slice(0, LONGEST));
    return;
  }
  say('found', '');
  form.elements.lot.value = text;
  form.elements.gtin.value = '';
  form.requestSubmit();
}

function end() {
  stream?.getTracks().forEach(track => track.stop());
  stream = null;
  video.srcObject = null;
  video.hidden = stop.hidden = true;
  look.hidden = false;
}

/** A frame, then the next one when the first is looked at. */
async function watch(mine) {
  while (stream === mine) {
    if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) {
      const text = await reader(drawn(video, video.videoWidth, video.videoHeight));
      if (text && stream === mine) return found(text);
    }
    await new Promise(next => setTimeout(next, 100));
  }
}

look.addEventListener('click', async () => {
  say('wait', '');
  look.disabled = true;
  try {
    reader ??= await decoder();
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
    video.srcObject = stream;
    video.hidden = stop.hidden = false;
    look.hidden = true;
    await video.play();
    say('hold', '');
    watch(stream);
  } catch {
    end();
    say('denied', '');
  } finally {
    look.disabled = false;
  }
});

stop.addEventListener('click', () => { end(); status.textContent = ''; });

file.addEventListener('change', async () => {
  if (!file.files.length) return;
  say('wait', '');
  try {
    reader ??= await decoder();
    const picture = await createImageBitmap(file.files[0]);
    const text = await reader(drawn(picture, picture.width, picture.height));
    if (text) found(text);
    else say('nothing', '');
  } catch {
    say('nothing', '');
  }
  file.value = '';
});

// The area shows for photographs; its button to look only where there is a camera.
area.hidden = false;
const devices = await navigator.mediaDevices?.enumerateDevices?.().catch(() => []);
look.hidden = !devices?.some(device => device.kind === 'videoinput');
