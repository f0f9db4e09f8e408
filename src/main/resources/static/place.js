// Shows a button where the device can tell its position. It is rounded here, to a tenth of a degree, before it is sent.
const form = document.getElementById('place');
const here = document.getElementById('here');
const status = here.querySelector('[role=status]');

const rounded = degrees => (Math.round(degrees * 10) / 10).toFixed(1);

function send({ coords }) {
  form.elements.latitude.value = rounded(coords.latitude);
  form.elements.longitude.value = rounded(coords.longitude);
  form.submit();
}

if (navigator.geolocation && window.isSecureContext) {
  here.hidden = false;
  here.querySelector('button').addEventListener('click', () =>
    navigator.geolocation.getCurrentPosition(
      send,
      () => { status.textContent = status.dataset.denied; },
      { enableHighAccuracy: false, timeout: 10_000, maximumAge: 600_000 }));
}
