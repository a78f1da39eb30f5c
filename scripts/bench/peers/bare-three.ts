import {
  Box3,
  DirectionalLight,
  HemisphereLight,
  InstancedMesh,
  Matrix4,
  MeshBasicMaterial,
  PerspectiveCamera,
  Raycaster,
  Scene,
  SphereGeometry,
  Vector2,
  Vector3,
  WebGLRenderer,
} from 'three';
import { OrbitControls } from 'three/addons/controls/OrbitControls.js';
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import { offer, shown } from './peer-page';

/** Room for what a bench adds. */
const most = 200;
const markerRadius = 0.004;

/** three.js and nothing else: the head under two lights, balls for markers in one draw call, frames only when it turned. */
async function open(): Promise<void> {
  const { model, markers } = shown();
  const renderer = new WebGLRenderer({ antialias: true });
  const size = { width: document.body.clientWidth, height: document.body.clientHeight };
  renderer.setSize(size.width, size.height);
  document.body.append(renderer.domElement);
  const loader = new GLTFLoader();
  loader.setMeshoptDecoder(MeshoptDecoder);
  const { scene: head } = await loader.loadAsync(model);
  const scene = new Scene();
  const sun = new DirectionalLight('#fff', 2);
  sun.position.set(0.3, 0.4, 0.5);
  scene.add(head, sun, new HemisphereLight('#fff', '#888', 1.5));
  const balls = new InstancedMesh(
    new SphereGeometry(markerRadius, 12, 8),
    new MeshBasicMaterial({ color: '#0a7' }),
    most,
  );
  balls.count = 0;
  const put = (at: Vector3): void => {
    balls.setMatrixAt(balls.count, new Matrix4().setPosition(at));
    balls.count += 1;
    balls.instanceMatrix.needsUpdate = true;
  };
  for (const { position } of markers) put(new Vector3(...position));
  scene.add(balls);

  const box = new Box3().setFromObject(head);
  const camera = new PerspectiveCamera(30, size.width / size.height, 0.05, 10);
  const controls = new OrbitControls(camera, renderer.domElement);
  box.getCenter(controls.target);
  camera.position.copy(controls.target).add(new Vector3(0, 0, 2.2 * box.getSize(new Vector3()).y));
  controls.update();
  let asked = false;
  const draw = (): void => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      renderer.render(scene, camera);
    });
  };
  controls.addEventListener('change', draw);
  renderer.render(scene, camera);

  const caster = new Raycaster();
  const pickAt = (x: number, y: number): Vector3 | null => {
    caster.setFromCamera(new Vector2((2 * x) / size.width - 1, 1 - (2 * y) / size.height), camera);
    return caster.intersectObject(head)[0]?.point ?? null;
  };
  offer(
    {
      pickAt,
      addAt: (x, y) => {
        const at = pickAt(x, y);
        if (at === null) return false;
        put(at);
        draw();
        return true;
      },
    },
    markers.length,
  );
}

void open();
