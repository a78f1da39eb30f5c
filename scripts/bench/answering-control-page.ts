import { DirectionalLight, Mesh, MeshStandardMaterial, PerspectiveCamera, Scene, WebGLRenderer } from 'three';
import { loadFullHead } from '../../src/scene/model';

/** About as large as the map of a desktop. */
const size = { width: 832, height: 800 };

/** The least a page with the head can do at a press: change a word, and draw the head once, plainly lit. */
async function open(): Promise<void> {
  const word = document.createElement('p');
  const renderer = new WebGLRenderer({ alpha: true, antialias: true });
  renderer.setSize(size.width, size.height);
  renderer.shadowMap.enabled = true;
  document.body.append(word, renderer.domElement);
  const scene = new Scene();
  const head = new Mesh(await loadFullHead(), new MeshStandardMaterial({ vertexColors: true }));
  head.castShadow = true;
  head.receiveShadow = true;
  const light = new DirectionalLight('#fff', 3);
  light.position.set(300, 400, 500);
  light.castShadow = true;
  scene.add(head, light);
  const camera = new PerspectiveCamera(24.6, size.width / size.height, 40, 4000);
  camera.position.set(0, -30, 1000);
  renderer.render(scene, camera);
  let presses = 0;
  addEventListener('keydown', () => {
    presses += 1;
    word.textContent = `press ${String(presses)}`;
    requestAnimationFrame(() => {
      head.rotation.y = presses / 10;
      renderer.render(scene, camera);
    });
  });
  document.body.dataset['ready'] = 'true';
}

void open();
