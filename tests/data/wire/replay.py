#!/usr/bin/env python3
"""Send the recorded exchanges to a server (real or emulator) and compare the answers.
usage: replay.py --url https://HOST:PORT --ca ca.crt --cert admin.crt --key admin.key --token oncall=T --token viewer=T [--session 1] [--only PREFIX] [--crds DIR] [--watch] [-v]
The server must be empty for session 1. Exchanges with "needs" and (without --watch) watches are left out.
Compared: status, then the body with run-dependent values taken out (see norm())."""
import argparse, http.client, json, re, ssl, sys, time, urllib.parse, os
A=argparse.ArgumentParser(); A.add_argument('--url',required=True); A.add_argument('--ca'); A.add_argument('--cert'); A.add_argument('--key'); A.add_argument('--token',action='append',default=[]); A.add_argument('--session',type=int,default=1); A.add_argument('--only'); A.add_argument('--file',default=os.path.join(os.path.dirname(os.path.abspath(__file__)),'exchanges.jsonl')); A.add_argument('--crds',default=os.path.join(os.path.dirname(os.path.abspath(__file__)),'crds')); A.add_argument('--watch',action='store_true'); A.add_argument('-v',action='store_true')
a=A.parse_args(); u=urllib.parse.urlparse(a.url); tok=dict(t.split('=',1) for t in a.token); tok['bad']='nope'
def conn(cert):
    if u.scheme=='http': return http.client.HTTPConnection(u.hostname,u.port,timeout=90)
    c=ssl.create_default_context(cafile=a.ca)
    if cert and a.cert: c.load_cert_chain(a.cert,a.key)
    return http.client.HTTPSConnection(u.hostname,u.port,context=c,timeout=90)
sub={}                                    # recorded value -> value of this run
TIME=re.compile(r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$')
UID=re.compile(r'[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}')
VOL={'resourceVersion','uid','creationTimestamp','deletionTimestamp','time','continue','token','expirationTimestamp','lastUpdateTime','lastTransitionTime','hash','image','clusterIP','clusterIPs','serverAddress','serverRelativeURL','caBundle'}
def learn(old,new,key=None):
    if isinstance(old,dict) and isinstance(new,dict):
        gen='generateName' in old
        for k in old:
            if k in new: learn(old[k],new[k],'genname' if gen and k=='name' else k)
    elif isinstance(old,list) and isinstance(new,list):
        for x,y in zip(old,new): learn(x,y)
    elif isinstance(old,str) and isinstance(new,str) and old!=new and key in('uid','resourceVersion','continue','genname'): sub[(key if key!='genname' else 'name',old)]=new
def put(o,key=None):
    if isinstance(o,dict): return {k:put(v,k) for k,v in o.items()}
    if isinstance(o,list):
        o=[put(x,key) for x in o]
        for op in o:
            if isinstance(op,dict) and op.get('path')=='/metadata/resourceVersion' and 'value' in op: op['value']=sub.get(('resourceVersion',op['value']),op['value'])
        return o
    if isinstance(o,str): return sub.get((key,o),o)
    return o
def norm(o,key=None,gen=False):
    if isinstance(o,dict):
        g='generateName' in o
        if 'managedFields' in o and isinstance(o['managedFields'],list): o={**o,'managedFields':sorted(o['managedFields'],key=lambda m:(m.get('operation',''),m.get('manager',''),m.get('subresource','')))}   # order of equal times varies
        if isinstance(o.get('causes'),list): o={**o,'causes':sorted(o['causes'],key=lambda c:json.dumps(c,sort_keys=True))}
        if isinstance(o.get('nonResourceRules'),list): o={**o,'nonResourceRules':sorted(o['nonResourceRules'],key=lambda c:json.dumps(c,sort_keys=True))}
        if isinstance(o.get('cells'),list): o={**o,'cells':['<age>' if isinstance(c,str) and re.match(r'^(<unknown>|\d+[smhd](\d+[smh])?)$',c) else re.sub(r'chat-api-[a-z0-9]{5}$','chat-api-X',c) if isinstance(c,str) else c for c in o['cells']]}
        return {k:norm(v,k,g and k=='name') for k,v in o.items() if k not in VOL}
    if isinstance(o,list): return [norm(x,key) for x in o]
    if gen: return '<generated>'
    if isinstance(o,str):
        if TIME.match(o): return '<time>'
        o=UID.sub('<uid>',o); o=re.sub(r'("resourceVersion\\*":\\*")\d+',r'\1N',o); o=re.sub(r'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ','<time>',o); o=re.sub(r'(ResourceVersion in record) \(\d+\)',r'\1 (N)',o); o=re.sub(r'current: \d+','current: N',o); o=re.sub(r'resourceVersion: "\d+"','resourceVersion: N',o); o=re.sub(r'^(chat-api-|chat-api\.|gen-)[a-z0-9]{5}$',r'\1X',o); o=re.sub(r'(Event \\?"chat-api[-.])[a-z0-9]{5}',r'\1X',o)
        if key=='message' and o.startswith('failed to create typed patch object'): o=o.split(':')[0]   # the list of fields varies
        if key=='message' and o.startswith('Apply failed with'): o='\n'.join(sorted(o.split('\n'))) if 'conflicts:' not in o.split('\n')[0] else 'Apply failed'
    return o
def order(o):                              # generated names sort by chance
    for k in ('items','rows'):
        if isinstance(o,dict) and isinstance(o.get(k),list) and any('"generateName"' in json.dumps(x) for x in o[k]): o={**o,k:sorted(o[k],key=lambda x:json.dumps(norm(x),sort_keys=True))}
    return o
def diff(x,y,p=''):
    if type(x)!=type(y): return [(p,x,y)]
    if isinstance(x,dict):
        r=[]
        for k in sorted(set(x)|set(y)):
            r+= [(p+'/'+k,x.get(k,'<absent>'),y.get(k,'<absent>'))] if (k in x)!=(k in y) else diff(x[k],y[k],p+'/'+k)
        return r
    if isinstance(x,list):
        if len(x)!=len(y): return [(p+'#',len(x),len(y))]
        r=[]
        for i,(b,c) in enumerate(zip(x,y)): r+=diff(b,c,p+'/%d'%i)
        return r
    return [] if x==y else [(p,x,y)]
pool={}; n=bad=skip=0; last=''
for line in open(a.file):
    e=json.loads(line); q=e['request']; r=e['response']; nm=e['name']
    if e['session']!=a.session or e.get('needs') or (a.only and not nm.startswith(a.only)): continue
    isw='events' in r
    if isw and (not a.watch or r.get('end')=='client closed'): skip+=1; continue
    idn=q['identity']; cert=idn.startswith('cert'); h=dict(q['headers']); h.pop('Authorization',None) if idn!='none' else None
    if idn.startswith('token:'):
        t=idn.split(':',1)[1]
        if t not in tok: skip+=1; continue
        h['Authorization']='Bearer '+tok[t]
    if 'If-None-Match' in h: skip+=1; continue
    body=q['body']
    if isinstance(body,dict) and '_omitted' in body:
        f=os.path.join(a.crds,next((x for x in os.listdir(a.crds) if nm.startswith('setup.crd') and x.split('_')[1][:-5]==nm.split('.')[3]),'?'))
        if not os.path.exists(f): skip+=1; continue
        body=open(f).read()
    if body is not None and not isinstance(body,str): body=json.dumps(put(body))
    qs={k:sub.get((k,v),v) if isinstance(v,str) else v for k,v in q['query'].items()}
    path=q['path']
    for (k,o),v in sub.items():
        if k=='name': path=path.replace(o,v)
    if 'hash' in qs: skip+=1; continue
    url=path+('?'+urllib.parse.urlencode(qs,doseq=True) if qs else '')
    if last.startswith('setup.crd') and not nm.startswith('setup.crd'): time.sleep(3)
    if nm in('proxy.no_endpoints','quota.ok','vap.denied','webhook.down','imp.viewer_as_oncall.allowed','auth.200.list.after_role'): time.sleep(2)
    last=nm
    for k in (0,1):
        c=pool.get(cert) or conn(cert); pool[cert]=c
        try: c.request(q['method'],url,body=body.encode() if body is not None else None,headers=h); x=c.getresponse(); raw=x.read(); break
        except Exception as ex:
            pool.pop(cert,None)
            if k: x=None; raw=str(ex).encode()
    n+=1
    if x is None: bad+=1; print('FAIL',nm,raw.decode()); continue
    txt=raw.decode('utf8','replace')
    if isw:
        got=[json.loads(l) for l in txt.splitlines() if l.strip()]; exp=r['events']; got=[g for g in got if g.get('type')!='BOOKMARK' or 'initial-events' in json.dumps(g)]; exp=[g for g in exp if g.get('type')!='BOOKMARK' or 'initial-events' in json.dumps(g)]
    else:
        try: got=json.loads(txt) if txt[:1] in '{[' else txt
        except Exception: got=txt
        exp=r['body']
    exp,got=order(exp),order(got); learn(exp,got)
    d=[] if x.status==r['status'] else [('status',r['status'],x.status)]
    if not (isinstance(exp,dict) and ('_omitted' in exp or '_binary_bytes' in exp)) and not nm.startswith(('version','readyz','openapi','apis','api.','root','hpa.get.protobuf','lists.crds')): d+=diff(norm(exp),norm(got))
    w=lambda v: sorted(v if isinstance(v,list) else [v]) if v else []
    gw=x.headers.get_all('Warning') or []
    if w(r['headers'].get('Warning'))!=sorted(gw): d.append(('Warning',r['headers'].get('Warning'),gw))
    ct=(r['headers'].get('Content-Type') or '').split(';')[0]
    if ct!=(x.headers.get('Content-Type') or '').split(';')[0]: d.append(('Content-Type',ct,x.headers.get('Content-Type')))
    if nm=='exp1.f.token' and isinstance(got,dict) and 'status' in got: tok['sa:hpa-schedule']=got['status']['token']
    if d:
        bad+=1; print('DIFF',nm); [print('    ',p,'recorded:',str(o)[:150],'| got:',str(g)[:150]) for p,o,g in d[:6 if not a.v else 99]]
print('%d sent, %d different, %d left out'%(n,bad,skip)); sys.exit(bad>0)
